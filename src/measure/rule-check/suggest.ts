import { byCodePoint } from '../../core/order.js';
import { HAN, classOf } from '../../text/character.js';
import { keyness } from '../rule/keyness.js';
import { languagesOf, strataFor } from './finish.js';
import type { Stratum } from './stratum.js';
import type { RuleCheckTally } from './tally.js';

/** A word that would find units which a code's rules miss. */
export interface Suggestion {
  readonly language: string;
  /** Position of the code. */
  readonly code: number;
  readonly word: string;
  /** G² of the word in units with the code against those without. */
  readonly keyness: number;
  /** How often it stands in units with the code, and without. */
  readonly inCoded: number;
  readonly inRest: number;
  /** Units with the code that no rule of it finds and that have the word. */
  readonly found: number;
  /** Units without the code that have it: false hits, if no condition keeps them off. */
  readonly added: number;
}

/** What is wanted of a suggestion. */
export interface SuggestOptions {
  /** How many units must have the code by hand for words to be looked for. */
  readonly least: number;
  /** How many words a code and language get at most. */
  readonly most: number;
}

/** A word of a single unit is chance. */
const FEWEST = 2;
/** χ² of one degree at 0.05: a mark for ranking, and no test. */
const KEY = 3.841459;

/** Suggestions by language, then in the order of the codebook, most telling first. */
export function suggestionsOf(tally: RuleCheckTally, { least, most }: SuggestOptions): Suggestion[] {
  return languagesOf(tally).flatMap((language) =>
    tally.options.asked.flatMap((code) => {
      const strata = strataFor(tally, language, code);
      const coded = strata.reduce((sum, stratum) => sum + stratum.coded[code]!, 0);
      return coded < least ? [] : distinct(candidatesOf(strata, language, code)).slice(0, most);
    }),
  );
}

function candidatesOf(strata: readonly Stratum[], language: string, code: number): Suggestion[] {
  const coded = strata.flatMap(({ codedWords }) => codedWords.get(code) ?? []);
  const textWords = coded.reduce((sum, { length }) => sum + length, 0);
  const restWords = strata.reduce((sum, { length }) => sum + length, 0) - textWords;
  const words = new Set(coded.flatMap(({ words: own }) => [...own.keys()]));
  const found: Suggestion[] = [];
  for (const word of words) {
    const own = { count: 0, units: 0, missed: 0 };
    for (const { words: counts } of coded) add(own, counts.get(word));
    if (own.missed < FEWEST) continue;
    const all = { count: 0, units: 0, missed: 0 };
    for (const { words: counts } of strata) add(all, counts.get(word));
    const inRest = all.count - own.count;
    const key = keyness({ inText: own.count, textWords, inRest, restWords }).value;
    if (key === null || key.typicalOf !== 'text' || key.statistic < KEY) continue;
    const added = all.units - own.units;
    found.push({ language, code, word, keyness: key.statistic, inCoded: own.count, inRest, found: own.missed, added });
  }
  return found.sort(
    (a, b) =>
      b.keyness - a.keyness || b.found - a.found || b.word.length - a.word.length || byCodePoint(a.word, b.word),
  );
}

function add(
  sum: { count: number; units: number; missed: number },
  more: { readonly count: number; readonly units: number; readonly missed?: number } | undefined,
): void {
  sum.count += more?.count ?? 0;
  sum.units += more?.units ?? 0;
  sum.missed += more?.missed ?? 0;
}

/**
 * Of runs of characters within one another, the one that tells most: 谋发 and 立谋发展 are left out beside 独立谋发展, and that
 * beside 发展 where it finds no more.
 */
function distinct(ranked: readonly Suggestion[]): Suggestion[] {
  const kept: Suggestion[] = [];
  ranked.forEach((one, i) => {
    const within = ({ word, found }: Suggestion): boolean => word.includes(one.word) && one.found <= found;
    const around = ({ word, found }: Suggestion): boolean => one.word.includes(word) && one.found <= found;
    if (!isRun(one.word) || !(ranked.slice(0, i).some(within) || kept.some(around))) kept.push(one);
  });
  return kept;
}

/** Words of spaced scripts are whole: `art` is no part of `party`. */
function isRun(word: string): boolean {
  return classOf(word.codePointAt(0)!) === HAN;
}
