import { classOf, MARK, WORD } from './character.js';
import { codePointAt, previous } from './utf8.js';

/*
 * Whether a full stop belongs to an abbreviation, an initial or a list's number. Words are compared as numbers made of
 * their letters, five bits each, without regard to case: no string is made for each full stop of a text.
 */

/** How far back an abbreviation is looked for, in bytes. */
const LONGEST = 24;

function pack(word: string): number {
  return Array.from(word).reduce((key, letter) => key * 32 + (letter.charCodeAt(0) & 31), 0);
}

function words(list: string): ReadonlySet<number> {
  return new Set(list.split(' ').map(pack));
}

/** Never the last word of a sentence. */
const leading = words('mr mrs ms mx dr prof messrs mme mlle vs viz cf eg ie approx');
/** Abbreviations when a number follows; `no` is a word otherwise. */
const numbered = words('no nos p pp vol vols fig figs art sec sect ch para paras cl eq');
/** May end a sentence or not; those of the second list are words when they begin with a small letter. */
const undecided = words('inc ltd co corp bros dept univ al');
const capitalised = words(
  'rev hon gen col sgt maj capt cpl lt cmdr gov sen rep pres supt insp msgr mt ft st sr jr ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec',
);
/** What a new sentence often begins with, but a name or title does not. */
const beginnings = words(
  'the they this that these those there then he she it we you i and but so or if when what who why how in on at for as ' +
    'because however my our his her its their well yes no now not after before also to where which while with is are ' +
    'was were do does did',
);

function isLetter(byte: number): boolean {
  return (byte | 32) >= 97 && (byte | 32) <= 122;
}

function isCapital(byte: number): boolean {
  return byte >= 65 && byte <= 90;
}

function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57;
}

/** Whether a word begins at byte `at` that often begins a sentence, written with a capital and not an initial. */
function isBeginning(text: Uint8Array, at: number): boolean {
  if (at >= text.length || !isCapital(text[at]!)) return false;
  let key = 0;
  let i = at;
  for (; i < text.length && i - at < 8 && isLetter(text[i]!); i++) key = key * 32 + (text[i]! & 31);
  return beginnings.has(key) && text[i] !== 0x2e && text[i]! < 0x80 && !isLetter(text[i]!);
}

/** Whether the character before byte `at` is a letter too (é, of a word of which only the end was read). */
function isInWord(text: Uint8Array, at: number): boolean {
  const characterClass = classOf(codePointAt(text, previous(text, at)));
  return characterClass === WORD || characterClass === MARK;
}

/** Whether nothing but a number of up to three digits stands between `start` and the full stop at `at`; `1\\.` in Markdown. */
function isListNumber(text: Uint8Array, start: number, at: number): boolean {
  const end = text[at - 1] === 0x5c ? at - 1 : at;
  if (end <= start || end - start > 3) return false;
  for (let i = start; i < end; i++) if (!isDigit(text[i]!)) return false;
  return true;
}

/**
 * Whether the full stop at byte `at` ends no sentence: the sentence began at `start`, and what follows, beyond white
 * space and opening quotes, begins at `next`.
 */
export function isAbbreviation(text: Uint8Array, start: number, at: number, next: number): boolean {
  let from = at;
  let dots = 0;
  let key = 0;
  while (from > start && at - from < LONGEST && (isLetter(text[from - 1]!) || text[from - 1] === 0x2e)) {
    from--;
    if (text[from] === 0x2e) dots++;
  }
  const length = at - from;
  if (length === 0) return isListNumber(text, start, at);
  if (length === 1 && from === start) return true; // a., B.: of a list, or an initial
  if (length - dots > 8 || (from > start && isInWord(text, from))) return false;
  for (let i = from; i < at; i++) if (text[i] !== 0x2e) key = key * 32 + (text[i]! & 31);
  if (leading.has(key)) return true;
  const number = next < text.length && isDigit(text[next]!);
  if (numbered.has(key)) return number;
  const capital = isCapital(text[from]!);
  const initial = length === 1 && capital;
  if (dots > 0 || initial || undecided.has(key) || (capital && capitalised.has(key))) return !isBeginning(text, next);
  return false;
}
