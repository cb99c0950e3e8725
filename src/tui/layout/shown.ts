import { displayWidth, widthOf } from '../../core/width.js';

/*
 * How characters are written to the terminal. Terminals disagree on the width of joined emoji, of variation selectors
 * and of marks on their own, and obey what controls them: each grapheme is therefore written in a form whose width is
 * the sum of its code points' widths everywhere. 👩‍💻 becomes 👩💻, ❤️ becomes ❤, e and a mark become é.
 */

/** A tab takes as many columns wherever it stands, so that no row depends on the one before. */
const TAB = '    ';
/** Widest grapheme: a family of four. */
const WIDEST = 8;
/** Most marks on one letter: what a terminal's cell can hold. */
const MOST_MARKS = 4;

/** What is not seen: joiners, bidi controls, variation selectors, fillers. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;
/** Other characters without a width. Signs that stand before Arabic numbers are of their category, and have one. */
const FORMAT = /\p{Cf}/gu;
const MODIFIERS = /(?<=.)[\u{1f3fb}-\u{1f3ff}]/gu;
const MARKS = new RegExp(`(\\p{M}{${MOST_MARKS}})\\p{M}+`, 'gu');
/** Vowels and finals of Hangul without their initial: terminals disagree on their width. */
const LOOSE_JAMO = /^[\u1160-\u11ff\ud7b0-\ud7fb]/u;
/** The Thai and Lao vowels that are half a mark. */
const HALF_MARKS = /[\u0e33\u0eb3]/gu;

/** A control character as a sign that shows: its picture where Unicode has one. */
function controlSign(codePoint: number): string {
  if (codePoint === 0x09) return TAB;
  if (codePoint < 0x20) return String.fromCharCode(0x2400 + codePoint);
  return codePoint === 0x7f ? '\u2421' : '\ufffd';
}

/** Whether the code point is one that a terminal could obey. */
function isControl(codePoint: number): boolean {
  return codePoint < 0x20 || (codePoint >= 0x7f && codePoint < 0xa0);
}

/** Signs of single code points, made once. */
const singles = new Map<number, string>();

/** How a grapheme of one code point is written; empty when it does not show. */
export function shownCodePoint(codePoint: number): string {
  let shown = singles.get(codePoint);
  if (shown === undefined) {
    shown = shownCluster(String.fromCodePoint(codePoint));
    singles.set(codePoint, shown);
  }
  return shown;
}

/** How a grapheme is written, at most eight columns wide; empty when it does not show. */
export function shownCluster(cluster: string): string {
  const first = cluster.codePointAt(0)!;
  if (first === 0x0a || first === 0x2028 || first === 0x2029) return '';
  if (isControl(first)) return controlSign(first);
  let shown = cluster
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(FORMAT, (sign) => (widthOf(sign.codePointAt(0)!) === 0 ? '' : sign))
    .replace(MODIFIERS, '')
    .replace(/(?<=.)\u20e3/gu, '')
    .replace(MARKS, '$1')
    .replace(HALF_MARKS, (vowel) => vowel.normalize('NFKD'));
  if (shown === '') return '';
  if (LOOSE_JAMO.test(shown)) return '\ufffd';
  if (widthOf(shown.codePointAt(0)!) === 0) shown = `\u25cc${shown}`;
  return displayWidth(shown) <= WIDEST ? shown : cut(shown);
}

/** The beginning of too wide a grapheme. */
function cut(shown: string): string {
  let kept = '';
  let width = 1;
  for (const character of shown) {
    width += widthOf(character.codePointAt(0)!);
    if (width > WIDEST) break;
    kept += character;
  }
  return `${kept}…`;
}
