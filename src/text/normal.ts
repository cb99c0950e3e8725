import { firstWhere } from '../core/bisection.js';
import { composingTable, JOINS, STEADY } from './composing.js';
import { codePointAt, decode, encode, previous, sizeOf } from './utf8.js';

/** A text in Unicode's normal form NFC, and the way back to the text that it was made from. */
export interface Composed {
  readonly text: Uint8Array;
  /**
   * The byte of the original where the byte `offset` of the composed text comes from. Inside characters that
   * composition changed, the nearest byte before (`start`) or after (`end`) them.
   */
  original(offset: number, side: 'start' | 'end'): number;
}

/** One changed stretch: bytes `from`…`fromEnd` of the original became bytes `to`…`toEnd`. */
interface Change {
  readonly from: number;
  readonly fromEnd: number;
  readonly to: number;
  readonly toEnd: number;
}

/** The first byte from `start` on whose character NFC might change, or the text's length. */
function nextUnsteady(text: Uint8Array, start: number): number {
  const composing = composingTable();
  const end = text.length;
  for (let i = start; i < end;) {
    const lead = text[i]!;
    if (lead < 0xcc)
      i++; // below U+0300 nothing changes; nor does the rest of a character passed over
    else if (lead >= 0xe4 && lead <= 0xe9)
      i += 3; // ideographs U+4000 to U+9FFF
    else if (composing[codePointAt(text, i)] === STEADY) i += sizeOf(lead);
    else return i;
  }
  return end;
}

/** The end of the stretch that begins with the character at `start`: with all that may join with it. */
function endOfStretch(text: Uint8Array, start: number): number {
  const composing = composingTable();
  let i = start + sizeOf(text[start]!);
  while (i < text.length && composing[codePointAt(text, i)] === JOINS) i += sizeOf(text[i]!);
  return i;
}

/** Where the character begins that the one at `at` may join with: the nearest before it that joins with none. */
function startOfStretch(text: Uint8Array, at: number, from: number): number {
  const composing = composingTable();
  let i = at;
  while (i > from && composing[codePointAt(text, i)] === JOINS) {
    i = previous(text, i);
  }
  return i;
}

/** The stretches that NFC changes, with their composed bytes. */
function changesOf(text: Uint8Array): { list: Change[]; pieces: Uint8Array[] } {
  const list: Change[] = [];
  const pieces: Uint8Array[] = [];
  let done = 0;
  let shift = 0;
  for (let at = nextUnsteady(text, 0); at < text.length; at = nextUnsteady(text, done)) {
    const from = startOfStretch(text, at, done);
    const fromEnd = endOfStretch(text, from);
    const before = decode(text, from, fromEnd);
    const after = before.normalize('NFC');
    if (after !== before) {
      const piece = encode(after);
      list.push({ from, fromEnd, to: from + shift, toEnd: from + shift + piece.length });
      pieces.push(piece);
      shift += piece.length - (fromEnd - from);
    }
    done = fromEnd;
  }
  return { list, pieces };
}

/** The text with each changed stretch replaced by its composed bytes. */
function replaced(text: Uint8Array, list: readonly Change[], pieces: readonly Uint8Array[]): Uint8Array {
  const last = list[list.length - 1]!;
  const result = new Uint8Array(text.length + last.toEnd - last.fromEnd);
  let read = 0;
  let written = 0;
  list.forEach(({ from, fromEnd, to, toEnd }, i) => {
    result.set(text.subarray(read, from), written);
    result.set(pieces[i]!, to);
    read = fromEnd;
    written = toEnd;
  });
  result.set(text.subarray(read), written);
  return result;
}

/**
 * The text in NFC, or null when it is in NFC already, as nearly every text is: that is found out without decoding it.
 * Only the characters concerned are ever decoded.
 */
export function composed(text: Uint8Array): Composed | null {
  const { list, pieces } = changesOf(text);
  if (list.length === 0) return null;
  return { text: replaced(text, list, pieces), original: (offset, side) => originalOf(list, offset, side) };
}

function originalOf(list: readonly Change[], offset: number, side: 'start' | 'end'): number {
  // The last change that begins before `offset`.
  const change = list[firstWhere(list.length, (i) => list[i]!.to >= offset) - 1];
  if (change === undefined) return offset;
  if (offset >= change.toEnd) return offset - change.toEnd + change.fromEnd;
  return side === 'start' ? change.from : change.fromEnd;
}
