import type { Codebook } from '../../codebook/codebook.js';
import type { PairCounts } from '../association/association.js';
import { conditional } from '../association/conditional.js';
import { fisherOfPair } from '../association/fisher.js';
import { fourfold } from '../association/fourfold.js';
import { associations } from '../association/registry.js';
import { type CooccurrenceTally, emptyLike, mergeCooccurrence } from '../cooccurrence.js';
import { finishCooccurrence, withAncestors } from '../cooccurrence-finish.js';
import type { Cooccurrence, Pair } from '../cooccurrence-types.js';
import { groupOrder } from '../group-order.js';
import { hasBit } from '../looked.js';
import { LANGUAGE, settledLanguages } from '../language.js';
import { type Interval, type Measured, undefinedAs } from '../measured.js';
import { benjaminiHochberg } from '../multiple/benjamini-hochberg.js';
import type { PairPart, PairTally, PartScope } from './tally.js';

/** A measure of a pair, with its interval where it is a share of units. */
export interface PairMeasure {
  readonly measured: Measured;
  readonly interval: Interval | null;
}

/** Two codes of which neither stands above the other, and how they go together. */
export interface CodePair {
  /** Positions in the codebook. */
  readonly first: number;
  readonly second: number;
  /** Counted over the units in which somebody looked for both codes. */
  readonly pair: Pair;
  /** Those units, and those of them with neither code. null where units are none (`overlap`). */
  readonly units: number | null;
  readonly neither: number | null;
  /** By the id of the association; `conditional_back` is the share of the units with the second code that have the first. */
  readonly measures: Readonly<Record<string, PairMeasure>>;
  /** Fisher's p adjusted over the pairs tested; null where there is none. */
  readonly adjusted: number | null;
}

/** The pairs of one group of turns. */
export interface PairGroup {
  /** The value of the attribute; null where there are no groups. */
  readonly group: string | null;
  /** Those that meet often enough, in codebook order. */
  readonly pairs: readonly CodePair[];
  /** How many meet less often. */
  readonly unlisted: number;
  /** Over how many p values are adjusted, listed or not. */
  readonly tested: number;
  /** For how many nobody looked for both codes in any source. */
  readonly unseen: number;
  /** How many pairs there would be of a code with one above it. */
  readonly related: number;
}

/**
 * Makes the pairs of a tally. Of each pair only those units count in which somebody looked for both codes: where nobody
 * looked, a unit without the code is not known to lack it.
 *
 * @param codes positions of the codes to pair; p values are adjusted over their pairs, in each group by itself
 * @param minimum how many units a pair must share to be among the pairs; p values are adjusted over all, since to choose by
 *   what is tested would make them too small
 */
export function finishPairs(tally: PairTally, codebook: Codebook, codes: readonly number[], minimum = 0): PairGroup[] {
  const { by } = tally.options;
  const settled = settledLanguages(tally.languages.keys());
  const nameOf = (group: string): string => (by === LANGUAGE ? settled(group) : (tally.labels.get(group) ?? group));
  const parts = [...tally.parts.values()].map((part) => ({ ...part, group: nameOf(part.group) }));
  return groupOrder(parts, []).map((group) => {
    const own = parts.filter((one) => one.group === group);
    const met = meetings(codes, overSources(own, tally, codebook));
    const adjusted = benjaminiHochberg(met.map(pOf));
    const pairs = met.flatMap((one, i) => ((one.pair.both ?? 0) < minimum ? [] : [figuresOf(one, adjusted[i]!)]));
    return {
      group: by === null ? null : group,
      pairs,
      unlisted: met.length - pairs.length,
      tested: adjusted.filter((p) => p !== null).length,
      unseen: met.filter(({ pair }) => pair.blank === 'not looked at').length,
      related: (codes.length * (codes.length - 1)) / 2 - met.length,
    };
  });
}

/** Two codes, and the co-occurrence that their figures are of. */
interface Meeting {
  readonly first: number;
  readonly second: number;
  readonly pair: Pair;
  readonly table: Cooccurrence;
}

function meetings(codes: readonly number[], over: (first: number, second: number) => Cooccurrence): Meeting[] {
  return codes.flatMap((first, i) =>
    codes.slice(i + 1).flatMap((second) => {
      const table = over(first, second);
      const pair = table.pair(first, second);
      return pair.blank === 'related' ? [] : [{ first, second, pair, table }];
    }),
  );
}

/**
 * The table of codes in which each pair is counted over its own units, as `finishPairs` counts it without groups.
 *
 * @param tally of one group
 */
export function finishPairTable(tally: PairTally, codebook: Codebook): Cooccurrence {
  const parts = [...tally.parts.values()];
  const whole = merged(
    parts.filter(({ scope }) => scope !== 'read'),
    tally.empty,
    codebook,
  );
  const over = overSources(parts, tally, codebook);
  const pair = (first: number, second: number): Pair => {
    const table = over(first, second);
    return { ...table.pair(first, second), units: table.units };
  };
  return { ...whole, uneven: whole.uneven === true || parts.some(({ scope }) => scope === 'read'), pair };
}

function merged(parts: readonly PairPart[], empty: CooccurrenceTally, codebook: Codebook): Cooccurrence {
  const sum = emptyLike(empty);
  // Merging uses up what is merged, and a part may be in several sums.
  for (const { tally } of parts) mergeCooccurrence(sum, structuredClone(tally));
  return finishCooccurrence(sum, codebook);
}

/**
 * For each two codes the co-occurrence over the sources in which somebody looked for both, and of those that were not read
 * to the end over what was read, but where rules of both ran over everything.
 */
function overSources(
  parts: readonly PairPart[],
  { empty, options: { everywhere } }: PairTally,
  codebook: Codebook,
): (first: number, second: number) => Cooccurrence {
  const finished = parts.map(({ tally }) => finishCooccurrence(tally, codebook));
  const known = parts.map(({ looked }) => {
    const rolled = empty.options.rollup ? withAncestors(looked, empty) : looked;
    return codebook.codes.map((_, code) => hasBit(rolled, code));
  });
  const made = new Map<string, Cooccurrence>();
  return (first, second) => {
    const scope: PartScope = everywhere[first] && everywhere[second] ? 'whole' : 'read';
    const places = [...parts.keys()].filter(
      (place) =>
        (parts[place]!.scope === 'all' || parts[place]!.scope === scope) &&
        known[place]![first] &&
        known[place]![second],
    );
    if (places.length === 1) return finished[places[0]!]!;
    const key = places.join();
    let together = made.get(key);
    if (together === undefined) {
      const chosen = places.map((place) => parts[place]!);
      made.set(key, (together = merged(chosen, empty, codebook)));
    }
    return together;
  };
}

/** Fisher's p; null where there is none. */
function pOf({ pair: { both, first, second }, table: { units } }: Meeting): number | null {
  if (both === null) return null;
  return fisherOfPair.measure({ both, first: first!, second: second!, units }).value;
}

function figuresOf({ first, second, pair, table: { units, options } }: Meeting, adjusted: number | null): CodePair {
  if (pair.both === null) {
    const nothing: PairMeasure = { measured: undefinedAs(pair.blank ?? 'not looked at'), interval: null };
    const measures = Object.fromEntries([...associations.map(({ id }) => id), BACK].map((id) => [id, nothing]));
    return { first, second, pair, units, neither: null, measures, adjusted };
  }
  const counts: PairCounts = { both: pair.both, first: pair.first!, second: pair.second!, units };
  const back = { ...counts, first: counts.second, second: counts.first };
  // Pairs of segments are no part of the segments.
  const ofShares = options.unit !== 'overlap';
  const measureOf = ({ measure, interval }: (typeof associations)[number], of: PairCounts): PairMeasure => ({
    measured: measure(of),
    interval: (ofShares && interval?.(of).value) || null,
  });
  const measures = {
    ...Object.fromEntries(associations.map((association) => [association.id, measureOf(association, counts)])),
    [BACK]: measureOf(conditional, back),
  };
  return { first, second, pair, units, neither: fourfold(counts).value?.neither ?? null, measures, adjusted };
}

/** The id of the conditional read from the second code to the first. */
export const BACK = 'conditional_back';

/**
 * Pairs strongest first: by a figure, then by the number of units that they share, then in codebook order. Those without
 * the figure come last.
 *
 * @param by a count of the pair, or the id of an association: of Fisher's p the smallest is first; of the conditional the
 *   larger of both directions counts
 */
export function sortedPairs(pairs: readonly CodePair[], by: string): CodePair[] {
  const strength = ({ pair, measures }: CodePair): number => {
    if (by === 'both' || by === 'cases') return pair[by] ?? -Infinity;
    const value = (id: string): number => measures[id]!.measured.value ?? -Infinity;
    if (by === conditional.id) return Math.max(value(by), value(BACK));
    return by === fisherOfPair.id && Number.isFinite(value(by)) ? -value(by) : value(by);
  };
  const keyed = pairs.map((pair) => ({ pair, key: strength(pair) }));
  const descending = (a: number, b: number): number => (a === b ? 0 : b - a);
  return keyed
    .sort(
      ({ pair: a, key: one }, { pair: b, key: other }) =>
        descending(one, other) ||
        descending(a.pair.both ?? -1, b.pair.both ?? -1) ||
        a.first - b.first ||
        a.second - b.second,
    )
    .map(({ pair }) => pair);
}
