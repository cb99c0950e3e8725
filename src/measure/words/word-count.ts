import { byCodePoint } from '../../core/order.js';
import { HAN, classOf } from '../../text/character.js';
import { type CodedSource, attributeOf } from '../coded-source.js';
import { wordsOf } from './words-of.js';

/** A word in all that was read. */
interface Occurrence {
  /** How often it stands there. */
  count: number;
  /** In how many sources. */
  sources: number;
  readonly cases: Set<string>;
}

/** Words of the sources read so far: plain data, to be merged. */
export interface WordTally {
  readonly words: Map<string, Occurrence>;
  /** How many words in all, function words and numbers too: tokens of spaced scripts and single ideographs. */
  length: number;
  /** Turns whose speakers did not consent to be quoted: their words are neither listed nor counted. */
  withheld: number;
}

export function createWordTally(): WordTally {
  return { words: new Map(), length: 0, withheld: 0 };
}

/** Adds the words of a source's included turns. */
export function addWords(tally: WordTally, source: CodedSource): void {
  const { transcript, included, quotable } = source;
  const own = new Map<string, { count: number; readonly cases: Set<string> }>();
  for (const turn of transcript.turns) {
    if (!included(turn)) continue;
    // A list of words shows them: it would quote who did not consent to be quoted.
    if (quotable?.(turn) === false) {
      tally.withheld++;
      continue;
    }
    const { length, counts } = wordsOf(transcript, { start: turn.speech, end: turn.end });
    const name = attributeOf(source, turn, 'case');
    tally.length += length;
    for (const [word, count] of counts) {
      const known = own.get(word);
      if (known === undefined) own.set(word, { count, cases: new Set([name]) });
      else {
        known.count += count;
        known.cases.add(name);
      }
    }
  }
  for (const [word, { count, cases }] of own) addOccurrence(tally, word, { count, sources: 1, cases });
}

/** Adds a tally of other sources. `from` is used up. */
export function mergeWords(into: WordTally, from: WordTally): void {
  for (const [word, occurrence] of from.words) addOccurrence(into, word, occurrence);
  into.length += from.length;
  into.withheld += from.withheld;
}

function addOccurrence({ words }: WordTally, word: string, { count, sources, cases }: Occurrence): void {
  const known = words.get(word);
  if (known === undefined) words.set(word, { count, sources, cases });
  else {
    known.count += count;
    known.sources += sources;
    for (const name of cases) known.cases.add(name);
  }
}

/** A word of the list: how often it stands, in how many sources and cases. */
export interface CountedWord {
  readonly word: string;
  readonly count: number;
  readonly sources: number;
  readonly cases: number;
}

/**
 * The words that stand at least so often, most frequent first. A run of ideographs is left out where it only ever stands
 * within one and the same longer run: 购买服 beside 购买服务.
 *
 * @param least how often a word has to stand
 * @param except words that are not wanted, folded
 */
export function frequentWords({ words }: WordTally, least: number, except: ReadonlySet<string>): CountedWord[] {
  const frequent = [...words].filter(([, { count }]) => count >= least);
  const within = new Set<string>();
  for (const [word, { count }] of frequent) {
    for (const part of runsWithin(word)) if (words.get(part)?.count === count) within.add(part);
  }
  return frequent
    .filter(([word]) => !within.has(word) && !except.has(word))
    .map(([word, { count, sources, cases }]) => ({ word, count, sources, cases: cases.size }))
    .sort((a, b) => b.count - a.count || b.sources - a.sources || byCodePoint(a.word, b.word));
}

/** The shorter runs of two characters and more that a run of ideographs holds; none of a word of a spaced script. */
function runsWithin(word: string): string[] {
  if (classOf(word.codePointAt(0)!) !== HAN) return [];
  const characters = [...word];
  const found: string[] = [];
  for (let from = 0; from < characters.length; from++) {
    for (let to = from + 2; to <= characters.length; to++)
      if (to - from < characters.length) found.push(characters.slice(from, to).join(''));
  }
  return found;
}
