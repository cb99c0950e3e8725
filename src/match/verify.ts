import { SPACE, STAR } from '../codebook/codebook.js';
import { BREAK, SPACE as SPACE_CLASS, classOf } from '../text/character.js';
import { type FoldOptions, fold } from '../text/fold.js';
import { codePointAt, previous, sizeOf } from '../text/utf8.js';
import { type Pattern, isIgnorable, isWordCharacter } from './pattern.js';
import type { TermMatch } from './term.js';

const NONE = -1;

/**
 * The match of a pattern whose anchor ends at a place, read backwards from there; null when the rest of the pattern,
 * its edges, its case or its white space do not fit.
 *
 * @param term whose pattern it is, to be named in the match
 * @param text composed (NFC) UTF-8
 * @param end byte offset just after the anchor's last character
 */
export function matchEndingAt(
  pattern: Pattern,
  term: number,
  text: Uint8Array,
  end: number,
  folding: FoldOptions,
): TermMatch | null {
  const plainStart = pattern.plain ? end - pattern.atoms.length : NONE;
  const start =
    plainStart >= 0 && isAscii(text, plainStart, end)
      ? plainStart
      : startOfAtoms(pattern, text, end, pattern.atoms.length, folding);
  if (start === NONE) return null;
  if (pattern.edgeEnd && wordCharacterAfter(text, end) !== NONE) return null;
  if (pattern.edgeStart && !pattern.plain && wordCharacterBefore(text, start) !== NONE) return null;
  return {
    term,
    start: pattern.openStart ? wordStart(text, start) : start,
    end: pattern.openEnd ? wordEnd(text, end) : end,
  };
}

/** Where the first `count` atoms begin if they end at `end`, or NONE. */
function startOfAtoms(pattern: Pattern, text: Uint8Array, end: number, count: number, folding: FoldOptions): number {
  let at = end;
  for (let left = count; left > 0; left--) {
    const atom = pattern.atoms[left - 1]!;
    if (atom === STAR) return startBeforeStar(pattern, text, at, left - 1, folding);
    at = atom === SPACE ? blankStart(text, at) : visibleBefore(text, at);
    if (at === NONE) return NONE;
    if (atom !== SPACE && !isAtom(pattern, left - 1, codePointAt(text, at), folding)) return NONE;
  }
  return at;
}

/** Tries every length of a star, the shortest first. */
function startBeforeStar(pattern: Pattern, text: Uint8Array, end: number, count: number, folding: FoldOptions): number {
  for (let at = end; at !== NONE; at = wordCharacterBefore(text, at)) {
    const start = startOfAtoms(pattern, text, at, count, folding);
    if (start !== NONE) return start;
  }
  return NONE;
}

function isAtom(pattern: Pattern, index: number, codePoint: number, folding: FoldOptions): boolean {
  return pattern.exact ? codePoint === pattern.written[index] : fold(codePoint, folding) === pattern.atoms[index];
}

function isAscii(text: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (text[at]! >= 0x80) return false;
  return true;
}

/** Start of the character before `at`, ignorable ones passed over, or NONE at the beginning of the text. */
function visibleBefore(text: Uint8Array, at: number): number {
  for (let place = at; place > 0;) {
    place = previous(text, place);
    if (!isIgnorable(codePointAt(text, place))) return place;
  }
  return NONE;
}

/** Start of the word character directly before `at`, or NONE if there is none. */
function wordCharacterBefore(text: Uint8Array, at: number): number {
  const place = visibleBefore(text, at);
  return place !== NONE && isWordCharacter(codePointAt(text, place)) ? place : NONE;
}

/** End of the word character directly after `at`, or NONE if there is none. */
function wordCharacterAfter(text: Uint8Array, at: number): number {
  for (let place = at; place < text.length;) {
    const codePoint = codePointAt(text, place);
    place += sizeOf(text[place]!);
    if (!isIgnorable(codePoint)) return isWordCharacter(codePoint) ? place : NONE;
  }
  return NONE;
}

function wordStart(text: Uint8Array, from: number): number {
  let start = from;
  for (let next = start; next !== NONE; next = wordCharacterBefore(text, start)) start = next;
  return start;
}

function wordEnd(text: Uint8Array, from: number): number {
  let end = from;
  for (let next = end; next !== NONE; next = wordCharacterAfter(text, end)) end = next;
  return end;
}

/** Start of the white space that ends at `at`; NONE if there is none or it holds a blank line. */
function blankStart(text: Uint8Array, at: number): number {
  let start = NONE;
  let breaks = 0;
  for (let place = visibleBefore(text, at); place !== NONE; place = visibleBefore(text, place)) {
    const kind = classOf(codePointAt(text, place));
    if (kind === BREAK) breaks += 1;
    else if (kind !== SPACE_CLASS) break;
    start = place;
  }
  return breaks > 1 ? NONE : start;
}
