import { classOf, HAN, MARK, WORD } from '../../text/character.js';
import { foldText } from './fold-text.js';

/** How a query fits a text: the smaller the better. `matched` are UTF-16 indices of the text, ascending. */
export interface Fit {
  readonly rank: number;
  readonly matched: readonly number[];
}

const EXACT = 0;
const PREFIX = 1000;
const WORD_START = 2000;
const INITIALS = 3000;
const INSIDE = 4000;
const SCATTERED = 5000;
/** Ranks within a kind, by where the match begins and how far it is spread. */
const MOST = 999;

/** Where words begin: after a sign or space, and at every character of a script without spaces. */
function wordStarts(text: string): boolean[] {
  const starts: boolean[] = new Array<boolean>(text.length).fill(false);
  let inWord = false;
  let i = 0;
  for (const character of text) {
    const kind = classOf(character.codePointAt(0)!);
    starts[i] = kind === HAN || (kind === WORD && !inWord);
    inWord = kind === WORD || (kind === MARK && inWord);
    i += character.length;
  }
  return starts;
}

function run(start: number, length: number): number[] {
  return Array.from({ length }, (_, i) => start + i);
}

/** The letters of a query one after another from a position on, at word starts only if asked for. */
function scattered(text: string, query: string, allowed: (at: number) => boolean): number[] | null {
  const matched: number[] = [];
  let at = 0;
  for (const letter of query) {
    let found = text.indexOf(letter, at);
    while (found >= 0 && !allowed(found)) found = text.indexOf(letter, found + 1);
    if (found < 0) return null;
    for (let i = 0; i < letter.length; i++) matched.push(found + i);
    at = found + letter.length;
  }
  return matched;
}

function spread(matched: readonly number[]): number {
  return Math.min(MOST, matched[matched.length - 1]! - matched[0]! - matched.length + 1 + matched[0]!);
}

/**
 * How a query fits a text: the text itself; its beginning; the beginning of a word; the initials of its words; a piece
 * of it; its letters in this order. White space in the query says nothing. Null where it does not fit.
 */
export function fitOf(text: string, query: string): Fit | null {
  const wanted = foldText(query).replace(/\s+/gu, '');
  if (wanted === '') return { rank: EXACT, matched: [] };
  const folded = foldText(text);
  const spaced = foldText(query).trim().replace(/\s+/gu, ' ');
  for (const needle of spaced === wanted ? [wanted] : [spaced, wanted]) {
    const fit = contiguous(folded, needle);
    if (fit !== null && fit.rank < INITIALS) return fit;
  }
  const starts = wordStarts(folded);
  const initials = scattered(folded, wanted, (at) => starts[at]!);
  if (initials !== null) return { rank: INITIALS + spread(initials), matched: initials };
  const inside = contiguous(folded, wanted);
  if (inside !== null) return inside;
  const letters = scattered(folded, wanted, () => true);
  return letters === null ? null : { rank: SCATTERED + spread(letters), matched: letters };
}

/** Where the query stands in one piece, at the beginning of a word if it does anywhere. */
function contiguous(text: string, query: string): Fit | null {
  const first = text.indexOf(query);
  if (first < 0) return null;
  if (first === 0) return { rank: text === query ? EXACT : PREFIX, matched: run(0, query.length) };
  const starts = wordStarts(text);
  for (let at = first; at >= 0; at = text.indexOf(query, at + 1)) {
    if (starts[at]) return { rank: WORD_START + Math.min(MOST, at), matched: run(at, query.length) };
  }
  return { rank: INSIDE + Math.min(MOST, first), matched: run(first, query.length) };
}
