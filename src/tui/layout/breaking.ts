import { widthOf } from '../../core/width.js';
import { classOf, HAN, IGNORABLE, SPACE, WORD } from '../../text/character.js';
import { endKind, isCloser, isOpener, isPause, NONE } from '../../text/punctuation.js';

/* Where a row of the screen may end. What a grapheme does to the break before and after it goes by its first code point. */

/** Part of a word: no break beside another. */
export const LETTER = 0;
/** White space: it hangs at a row's end, and a break may follow. */
export const BLANK = 1;
/** The end of a row, whatever follows. */
export const ENDING = 2;
/** Ideographs and other wide characters, and scripts without spaces: a break may stand on either side. */
export const IDEOGRAPH = 3;
/** Never at a row's beginning. */
export const CLOSING = 4;
/** Never at a row's end. */
export const OPENING = 5;
/** Straight quotes and what else may open and close: no break on either side. */
const EITHER = 6;
/** A hyphen, dash or slash within a word: a break may follow when a letter does. */
export const HYPHEN = 7;
/** A digit: as a letter, but not parted from a hyphen before it. */
export const DIGIT = 8;

/** Other signs that do not begin a row: small kana, the long-vowel and iteration marks, units. */
const FOLLOWING = new Set(
  [...'ーゝゞヽヾ々〻ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ％%°℃·・～~'].map((sign) => sign.codePointAt(0)!),
);
/** Spaces that hold together what stands beside them. */
const HOLDING = new Set([0xa0, 0x202f, 0x2007]);
const ENDS = new Set([0x0a, 0x0b, 0x0c, 0x85, 0x2028, 0x2029]);
const HYPHENS = new Set([0x2d, 0x2010, 0x2012, 0x2013]);
/** Slashes part words of letters, such as the parts of an address. */
const SLASH = 0x2f;
const ZERO_WIDTH_SPACE = 0x200b;

function findKind(codePoint: number): number {
  if (ENDS.has(codePoint)) return ENDING;
  if (HOLDING.has(codePoint)) return LETTER;
  if (codePoint === ZERO_WIDTH_SPACE) return BLANK;
  const characterClass = classOf(codePoint);
  if (characterClass === SPACE) return BLANK;
  if (codePoint >= 0x30 && codePoint <= 0x39) return DIGIT;
  if (characterClass === WORD && widthOf(codePoint) === 1) return LETTER;
  if (characterClass === IGNORABLE) return LETTER;
  if (HYPHENS.has(codePoint) || codePoint === SLASH) return HYPHEN;
  const closes = isCloser(codePoint) || isPause(codePoint) || endKind(codePoint) !== NONE || FOLLOWING.has(codePoint);
  const opens = isOpener(codePoint);
  if (closes) return opens ? EITHER : CLOSING;
  if (opens) return OPENING;
  return characterClass === HAN || widthOf(codePoint) === 2 ? IDEOGRAPH : LETTER;
}

const kinds = new Uint8Array(0x10000).fill(0xff);

/** What the code point does to breaks: one of the constants above. */
export function breakKind(codePoint: number): number {
  if (codePoint >= 0x10000) return findKind(codePoint);
  let kind = kinds[codePoint]!;
  if (kind === 0xff) kinds[codePoint] = kind = findKind(codePoint);
  return kind;
}

/** Whether a row may end between two graphemes of these kinds. */
export function mayBreak(before: number, after: number): boolean {
  if (after === BLANK || after === ENDING) return false;
  if (before === ENDING) return true;
  if (before === BLANK) return after !== CLOSING;
  if (after === CLOSING || after === EITHER || before === OPENING || before === EITHER) return false;
  if (before === HYPHEN) return after === LETTER || after === IDEOGRAPH;
  return before === IDEOGRAPH || after === IDEOGRAPH || (after === OPENING && before === CLOSING);
}
