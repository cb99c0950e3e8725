import type { Span } from '../core/span.js';
import { isBlank } from './blank.js';
import { fold, foldings } from './fold.js';
import { codePointAt, encode, previous, sizeOf } from './utf8.js';

/** Finds one piece of text in another without folding or decoding it. Bytes throughout. */
export interface Finder {
  /** The first place that begins at or after `from` and before `to`, or null. */
  after(from: number, to: number): Span | null;
  /** The last place that begins before `to` and at or after `from`, or null. */
  before(to: number, from: number): Span | null;
}

const HAN = { han: true };
const SPACE = 0x20;
/** Bytes searched at a time when searching backwards. */
const STRETCH = 1 << 16;

/** The code points of what is looked for, folded, white space as single spaces. */
function lettersOf(wanted: string): number[] {
  return Array.from(wanted.trim().replace(/\s+/gu, ' '), (character) => fold(character.codePointAt(0)!, HAN));
}

/** By byte: 1 where a character may begin that folds to a letter. */
function leadsOf(letter: number): Uint8Array {
  const leads = new Uint8Array(256);
  const add = (codePoint: number): void => {
    leads[encode(String.fromCodePoint(codePoint))[0]!] = 1;
  };
  add(letter);
  const { from, to } = foldings(HAN);
  for (let i = 0; i < to.length; i++) if (to[i] === letter) add(from[i]!);
  return leads;
}

/** Every code point that folds to one of the letters, and the letter. */
function folder(letters: readonly number[]): (codePoint: number) => number {
  const wanted = new Set(letters);
  const folded = new Map<number, number>();
  const { from, to } = foldings(HAN);
  for (let i = 0; i < to.length; i++) if (wanted.has(to[i]!)) folded.set(from[i]!, to[i]!);
  return (codePoint) => folded.get(codePoint) ?? codePoint;
}

/**
 * A finder of words as the coder typed them: case, width and the script of Han make no difference, and a space stands
 * for any white space. Null when nothing is looked for.
 */
export function findFolded(text: Uint8Array, wanted: string): Finder | null {
  const letters = lettersOf(wanted);
  const [first] = letters;
  if (first === undefined) return null;
  const leads = leadsOf(first);
  const folded = folder(letters);

  /** Where a match that begins at a byte ends; -1 when none does. */
  const endAt = (start: number): number => {
    let at = start;
    for (const letter of letters) {
      if (at >= text.length) return -1;
      const codePoint = codePointAt(text, at);
      if (letter === SPACE) {
        if (!isBlank(codePoint)) return -1;
        while (at < text.length && isBlank(codePointAt(text, at))) at += sizeOf(text[at]!);
      } else {
        if (codePoint !== letter && folded(codePoint) !== letter) return -1;
        at += sizeOf(text[at]!);
      }
    }
    return at;
  };

  const after = (from: number, to: number): Span | null => {
    for (let start = from; start < to; start++) {
      if (leads[text[start]!] === 0) continue;
      const end = endAt(start);
      if (end >= 0) return { start, end };
    }
    return null;
  };

  const before = (to: number, from: number): Span | null => {
    for (let end = to; end > from;) {
      const start = end - from > STRETCH ? previous(text, end - STRETCH + 1) : from;
      let last: Span | null = null;
      for (let found = after(start, end); found !== null; found = after(found.start + 1, end)) last = found;
      if (last !== null) return last;
      end = start;
    }
    return null;
  };

  return { after, before };
}
