import { countBelow, firstWhere } from '../core/bisection.js';
import { BREAK, classTable, IGNORABLE, SPACE } from '../text/character.js';
import { composed } from '../text/normal.js';
import { codePointAt, sizeOf } from '../text/utf8.js';

/**
 * What of a text counts when words are compared: its characters in Unicode's composed form, without white space and
 * without what does not show. Two texts whose lines are broken elsewhere have one skeleton.
 */
export interface Skeleton {
  /** UTF-8. */
  readonly bytes: Uint8Array;
  /** The byte of the text where the character begins (`start`) or ends (`end`) that begins or ends at a skeleton's byte. */
  original(offset: number, side: 'start' | 'end'): number;
  /** The skeleton's byte where the first character begins that stands at a byte of the text or after it. */
  offsetOf(byte: number): number;
}

/** The skeleton of canonical text. Takes time and memory in proportion to the text. */
export function skeletonOf(text: Uint8Array): Skeleton {
  const composition = composed(text);
  const whole = composition?.text ?? text;
  const bytes = new Uint8Array(whole.length);
  /** Where something was left out: the skeleton's byte, and how many bytes were left out up to there. */
  const cuts: number[] = [];
  const gone: number[] = [];
  let length = 0;
  for (let i = 0; i < whole.length;) {
    const size = sizeOf(whole[i]!);
    if (isLeftOut(codePointAt(whole, i))) {
      if (cuts[cuts.length - 1] !== length) {
        cuts.push(length);
        gone.push(i - length);
      }
      gone[gone.length - 1]! += size;
    } else for (let k = 0; k < size; k++) bytes[length++] = whole[i + k]!;
    i += size;
  }
  const before = (offset: number): number => {
    const cut = countBelow(cuts, offset);
    return cut === 0 ? offset : offset + gone[cut - 1]!;
  };
  const original = (offset: number, side: 'start' | 'end'): number => {
    const byte = before(side === 'start' ? offset + 1 : offset) - (side === 'start' ? 1 : 0);
    return composition === null ? byte : composition.original(byte, side);
  };
  return {
    bytes: bytes.subarray(0, length),
    original,
    offsetOf: (byte) => firstWhere(length, (offset) => original(offset, 'start') >= byte),
  };
}

/** The skeleton of a short text, as code points. */
export function skeletonPoints(text: string): number[] {
  return Array.from(text.normalize('NFC'), (character) => character.codePointAt(0)!).filter(
    (codePoint) => !isLeftOut(codePoint),
  );
}

function isLeftOut(codePoint: number): boolean {
  const kind = classTable[codePoint];
  return kind === SPACE || kind === BREAK || kind === IGNORABLE;
}
