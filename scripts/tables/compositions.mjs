/*
 * What normalisation to NFC can change. J: may join with, or change places with, the character before it; A: changes
 * alone; O: neither.
 */

const char = String.fromCodePoint;
const last = 0x10ffff;
const surrogate = (codePoint) => codePoint >= 0xd800 && codePoint <= 0xdfff;

/** Characters that are not the first of some canonical decomposition: the vowel signs, accents and jamo that compose. */
function composing() {
  const found = new Set();
  for (let codePoint = 0xc0; codePoint <= last; codePoint++) {
    if (surrogate(codePoint)) continue;
    const parts = [...char(codePoint).normalize('NFD')];
    for (const part of parts.slice(1)) found.add(part);
  }
  return found;
}

/** A combining class other than 0 shows in that the character changes places with a mark of another class. */
const moves = (s) =>
  [`${s}\u0334`, `\u0301${s}`].some((pair) => pair.normalize('NFD') === [...pair].reverse().join(''));

/** [class letter, length] of each run from U+0000 on; the last run of O is left off. */
export function compositionRuns() {
  const joins = composing();
  const runs = [];
  for (let codePoint = 0; codePoint <= last; codePoint++) {
    const letter = surrogate(codePoint) ? 'O' : letterOf(char(codePoint), joins);
    const run = runs.at(-1);
    if (run?.[0] === letter) run[1]++;
    else runs.push([letter, 1]);
  }
  return runs.slice(0, -1);
}

function letterOf(s, joins) {
  const first = char(s.normalize('NFD').codePointAt(0));
  if (joins.has(s) || joins.has(first) || (/\p{M}/u.test(first) && moves(first))) return 'J';
  return s.normalize('NFC') === s ? 'O' : 'A';
}
