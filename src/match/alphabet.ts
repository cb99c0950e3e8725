import { BREAK, eachClassRun, IGNORABLE, MARK, SPACE as SPACE_CLASS, WORD } from '../text/character.js';
import { type FoldOptions, foldings } from '../text/fold.js';
import { eachComposingRun } from '../text/composing.js';
import { CODE_POINTS } from '../text/tables/decode.js';
import { isWordCharacter } from './pattern.js';

/** Symbols that every alphabet begins with; those of the patterns' letters follow. */
export const SEPARATOR = 0;
export const IGNORED = 1;
export const BLANK = 2;
export const OTHER_WORD = 3;
const FIRST_LETTER = 4;

/** Set in `symbolOf` where NFC may change the character: the text then has to be looked at composed. */
export const COMPOSING = 0x8000;
/** Set in `symbolOf` where the character is spelt with two symbols: the rest is its position in `first`, `second`. */
export const SPELT = 0x4000;

/**
 * What the automaton reads: every code point has a symbol, and code points that fold to the same pattern letter
 * share one, so the text itself is never folded or rewritten.
 *
 * A codebook in Chinese may have thousands of letters. To keep the automaton's rows short, all letters past the first
 * hundred are spelt with two symbols, which no other letters share in that order.
 */
export interface Alphabet {
  /** Of each code point (0 … 0x10FFFF): its symbol, or SPELT and a position; and perhaps COMPOSING. */
  readonly symbolOf: Uint16Array;
  readonly first: Uint16Array;
  readonly second: Uint16Array;
  /** How many symbols there are. */
  readonly size: number;
  /** By symbol: 1 where a word may begin after it. */
  readonly parts: Uint8Array;
  /** The symbols of a folded pattern letter. */
  readonly spell: (letter: number) => readonly number[];
}

/**
 * @param letters the folded code points that patterns are made of
 * @param folding the same folding that the patterns went through
 */
export function alphabetOf(letters: Iterable<number>, folding: FoldOptions): Alphabet {
  const { codes, first, second, size, parts } = spelling([...new Set(letters)]);
  const symbolOf = new Uint16Array(CODE_POINTS);
  const byClass = symbolsByClass();
  eachClassRun((kind, start, end) => symbolOf.fill(byClass[kind]!, start, end));
  for (const [letter, code] of codes) symbolOf[letter] = code;
  const { from, to } = foldings(folding);
  for (let i = 0; i < from.length; i++) {
    const code = codes.get(to[i]!);
    if (code !== undefined) symbolOf[from[i]!] = code;
  }
  eachComposingRun((_, start, end) => {
    for (let codePoint = start; codePoint < end; codePoint++) symbolOf[codePoint]! |= COMPOSING;
  });
  const spell = (letter: number): readonly number[] => {
    const code = codes.get(letter)!;
    const position = code & (SPELT - 1);
    return code & SPELT ? [first[position]!, second[position]!] : [code];
  };
  return { symbolOf, first, second, size, parts, spell };
}

/** Letters with a symbol of their own. */
const DIRECT = 100;
/** Second symbols of a kind (word characters, others). */
const RADIX = 64;

/** Deals out symbols: word characters come first, since a text in Latin letters goes through them most. */
function spelling(letters: readonly number[]) {
  const words = letters.filter(isWordCharacter);
  const others = letters.filter((letter) => !isWordCharacter(letter));
  const codes = new Map<number, number>();
  const parting: number[] = [SEPARATOR, BLANK];
  const direct = [...words, ...others].slice(0, DIRECT);
  direct.forEach((letter, i) => {
    codes.set(letter, FIRST_LETTER + i);
    if (!isWordCharacter(letter)) parting.push(FIRST_LETTER + i);
  });
  const seconds = FIRST_LETTER + direct.length;
  const firsts = seconds + 2 * RADIX;
  const spelt = [words, others].map((kind) => kind.filter((letter) => !codes.has(letter)));
  const first: number[] = [];
  const second: number[] = [];
  let size = firsts;
  spelt.forEach((kind, part) => {
    kind.forEach((letter, i) => {
      if (i % RADIX === 0) size += 1;
      codes.set(letter, SPELT | first.length);
      first.push(size - 1);
      second.push(seconds + part * RADIX + (i % RADIX));
    });
  });
  if (first.length === 0) size = seconds;
  else for (let i = 0; i < RADIX; i++) parting.push(seconds + RADIX + i);
  if (first.length >= SPELT) throw new RangeError(`keywords of ${letters.length} different characters are too many`);
  const parts = new Uint8Array(size);
  for (const symbol of parting) parts[symbol] = 1;
  return { codes, first: Uint16Array.from(first), second: Uint16Array.from(second), size, parts };
}

function symbolsByClass(): Uint16Array {
  const byClass = new Uint16Array(8).fill(SEPARATOR);
  byClass[IGNORABLE] = IGNORED;
  byClass[SPACE_CLASS] = BLANK;
  byClass[BREAK] = BLANK;
  byClass[WORD] = OTHER_WORD;
  byClass[MARK] = OTHER_WORD;
  return byClass;
}
