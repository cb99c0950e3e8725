import type { Span } from '../../core/span.js';
import { HAN, classOf } from '../../text/character.js';
import { firstEndingAfter } from '../../text/furniture.js';
import { fold } from '../../text/fold.js';
import type { Transcript } from '../../text/transcript.js';
import { codePointAt, decode } from '../../text/utf8.js';
import { tokens } from '../../text/word.js';
import { COUNTING_CHARACTERS, FUNCTION_CHARACTERS, FUNCTION_PAIRS, FUNCTION_WORDS } from './function-words.js';

/** Words of a unit, and how often each stands in it. */
export interface UnitWords {
  /** How many words in all: tokens of spaced scripts and characters of others. */
  readonly length: number;
  readonly counts: ReadonlyMap<string, number>;
}

/** Characters of the shortest token that is worth a keyword; of the shortest and the longest run of ideographs. */
const TOKEN = 3;
const SHORTEST = 2;
const LONGEST = 6;

/**
 * The words of a unit that may become keywords. Of spaced scripts they are tokens, folded as the matcher folds case and width;
 * of scripts without spaces, where no list of words is at hand, all runs of 2 to 6 characters. Function words, numbers, and runs that
 * begin or end with such a character or word, are none.
 */
export function wordsOf({ text, furniture }: Transcript, unit: Span): UnitWords {
  const counts = new Map<string, number>();
  const note = (word: string): void => void counts.set(word, (counts.get(word) ?? 0) + 1);
  const found = tokens(text, unit).filter(({ start, end }) => {
    const piece = furniture[firstEndingAfter(furniture, start)];
    return piece === undefined || piece.start >= end;
  });
  let run: string[] = [];
  let last = -1;
  const close = (): void => {
    for (const word of runsOf(run)) note(word);
    run = [];
  };
  for (const { start, end } of found) {
    const ideograph = classOf(codePointAt(text, start)) === HAN;
    if (!ideograph || start !== last) close();
    if (ideograph) run.push(decode(text, start, end));
    else {
      const word = folded(decode(text, start, end));
      if ([...word].length >= TOKEN && !/^[\d.,'-]+$/.test(word) && !FUNCTION_WORDS.has(word)) note(word);
    }
    last = end;
  }
  close();
  return { length: found.length, counts };
}

function runsOf(characters: readonly string[]): string[] {
  const isPair = (at: number): boolean => FUNCTION_PAIRS.has(characters.slice(Math.max(0, at), at + 2).join(''));
  const edge = characters.map((one, at) => !FUNCTION_CHARACTERS.has(one) && !isPair(at) && !isPair(at - 1));
  const found: string[] = [];
  for (let from = 0; from < characters.length; from++) {
    for (let to = from + SHORTEST; edge[from] && to <= Math.min(from + LONGEST, characters.length); to++)
      if (edge[to - 1] && !isNumber(characters, from, to)) found.push(characters.slice(from, to).join(''));
  }
  return found;
}

function isNumber(characters: readonly string[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!COUNTING_CHARACTERS.has(characters[at]!)) return false;
  return true;
}

/** A word as words are compared: case and width do not count, the script of ideographs does. */
export function folded(word: string): string {
  return String.fromCodePoint(...[...word].map((character) => fold(character.codePointAt(0)!, { han: false })));
}
