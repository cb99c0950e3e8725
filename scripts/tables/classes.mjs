/*
 * Character classes. The letters stand for the constants of src/text/character.ts: O other, S space, B break, W word,
 * H Han (any script written without spaces between words), I ignorable, M mark.
 */

const withoutSpaces = [
  'Han',
  'Hiragana',
  'Katakana',
  'Bopomofo',
  'Yi',
  'Tangut',
  'Nushu',
  'Khitan_Small_Script',
  'Thai',
  'Lao',
  'Khmer',
  'Myanmar',
  'Tibetan',
  'Tai_Le',
  'New_Tai_Lue',
  'Tai_Tham',
  'Tai_Viet',
  'Ahom',
];
// Extensions add what the East Asian scripts share, such as ー 々 〆, but not the accents that they share with Latin.
const shared = ['Han', 'Hiragana', 'Katakana', 'Bopomofo'];
const inScriptWithoutSpaces = new RegExp(
  [...withoutSpaces.map((script) => `\\p{sc=${script}}`), ...shared.map((script) => `\\p{scx=${script}}`)].join('|'),
  'u',
);
const letterOrMark = /[\p{L}\p{M}\p{Nd}\p{Nl}]/u;
// Radicals stand for ideographs in text copied out of PDF files.
const radical = /[\u2E80-\u2FD5]/u;
const ignorable = /[\p{Variation_Selector}\p{Bidi_Control}\u00AD\u034F\u200B-\u200D\u2060\uFEFF]/u;

export function classLetter(codePoint) {
  // The modifier letter apostrophe is a letter to Unicode; here it is an apostrophe, as ' and ’ are.
  if (codePoint === 0x0a) return 'B';
  if (codePoint === 0x02bc || (codePoint >= 0xd800 && codePoint <= 0xdfff)) return 'O';
  const s = String.fromCodePoint(codePoint);
  if (ignorable.test(s)) return 'I';
  if (/\p{White_Space}/u.test(s)) return 'S';
  if (radical.test(s) && /\p{Script=Han}/u.test(s)) return 'H';
  if (letterOrMark.test(s)) {
    if (inScriptWithoutSpaces.test(s) && !/\p{scx=Latin}/u.test(s)) return 'H';
    return /\p{M}/u.test(s) ? 'M' : 'W';
  }
  return s === '_' || s === '＿' ? 'W' : 'O';
}

/** [class letter, length] of each run; the last run of O is left off. */
export function classRuns() {
  const runs = [];
  for (let codePoint = 0; codePoint <= 0x10ffff; codePoint++) {
    const letter = classLetter(codePoint);
    const last = runs.at(-1);
    if (last?.[0] === letter) last[1]++;
    else runs.push([letter, 1]);
  }
  return runs.at(-1)[0] === 'O' ? runs.slice(0, -1) : runs;
}
