import { addAll } from '../stratum.js';
import type { UnitWords } from '../words/words-of.js';

/** How often a word stands somewhere: in all, and in how many units. */
export interface WordCount {
  count: number;
  units: number;
}

/** The same in units with a code, and how many of them the code's rules miss. */
export interface CodedWordCount extends WordCount {
  missed: number;
}

/** The words of the units with a code. */
export interface CodedWords {
  length: number;
  readonly words: Map<string, CodedWordCount>;
}

/** Units that coders read, of sources of one language in which they looked for the same codes. */
export interface Stratum {
  readonly language: string;
  /** One bit a code: somebody looked for it. */
  readonly looked: Uint32Array;
  units: number;
  /** By part of the codebook: units where it fires with the code by hand, and without. */
  readonly hits: Uint32Array;
  readonly falseHits: Uint32Array;
  /** The same, those of them where a coder answered hits of the code: took one on, or only rejected. */
  readonly accepted: Uint32Array;
  readonly rejected: Uint32Array;
  /** By code: units with the code by hand; units where a hit of it was rejected. */
  readonly coded: Uint32Array;
  readonly refused: Uint32Array;
  /** Words of all units. */
  length: number;
  readonly words: Map<string, WordCount>;
  /** Words of the units with a code, by its position. */
  readonly codedWords: Map<number, CodedWords>;
}

export function newStratum(language: string, looked: Uint32Array, codes: number, parts: number): Stratum {
  return {
    language,
    looked,
    units: 0,
    hits: new Uint32Array(parts),
    falseHits: new Uint32Array(parts),
    accepted: new Uint32Array(parts),
    rejected: new Uint32Array(parts),
    coded: new Uint32Array(codes),
    refused: new Uint32Array(codes),
    length: 0,
    words: new Map(),
    codedWords: new Map(),
  };
}

type Codes = Pick<ReadonlyMap<number, unknown>, 'has' | 'keys'>;

/** Adds the words of a unit with these codes by hand and by rules. */
export function addWords(stratum: Stratum, { length, counts }: UnitWords, byHand: Codes, byRule: Codes): void {
  stratum.length += length;
  for (const [word, count] of counts) {
    const known = stratum.words.get(word);
    if (known === undefined) stratum.words.set(word, { count, units: 1 });
    else {
      known.count += count;
      known.units++;
    }
  }
  for (const code of byHand.keys()) {
    const coded = codedWordsOf(stratum, code);
    coded.length += length;
    const missed = byRule.has(code) ? 0 : 1;
    for (const [word, count] of counts) addCoded(coded, word, { count, units: 1, missed });
  }
}

function codedWordsOf({ codedWords }: Stratum, code: number): CodedWords {
  let coded = codedWords.get(code);
  if (coded === undefined) codedWords.set(code, (coded = { length: 0, words: new Map() }));
  return coded;
}

function addCoded({ words }: CodedWords, word: string, { count, units, missed }: CodedWordCount): void {
  const known = words.get(word);
  if (known === undefined) words.set(word, { count, units, missed });
  else {
    known.count += count;
    known.units += units;
    known.missed += missed;
  }
}

/** Adds a stratum of the same key. */
export function mergeStratum(into: Stratum, from: Stratum): void {
  into.units += from.units;
  for (const name of ['hits', 'falseHits', 'accepted', 'rejected', 'coded', 'refused'] as const)
    addAll(into[name], from[name]);
  into.length += from.length;
  for (const [word, { count, units }] of from.words) {
    const known = into.words.get(word);
    if (known === undefined) into.words.set(word, { count, units });
    else {
      known.count += count;
      known.units += units;
    }
  }
  for (const [code, { length, words }] of from.codedWords) {
    const coded = codedWordsOf(into, code);
    coded.length += length;
    for (const [word, counts] of words) addCoded(coded, word, counts);
  }
}
