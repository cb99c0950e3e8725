import { jaccardMetric } from '../agreement/metric/jaccard.js';
import { masiMetric } from '../agreement/metric/masi.js';
import { alphaOf } from '../agreement/alpha.js';
import { NOT_RATED_BY_TWO } from '../agreement/ratings.js';
import { undefinedAs } from '../measured.js';
import { type Indexed, bySource } from './indexed.js';
import type { Figure, Part, Result } from './part.js';

const METRICS = [masiMetric, jaccardMetric];
/** Units, ratings, and of each metric the disagreement observed; then a weight for each group. */
const WEIGHTS = 2 + METRICS.length;

/** How far apart two sets are, by their places. */
type Distance = (a: number, b: number) => number;

/** Of each set the groups that have it, with how often. */
type Holders = readonly ReadonlyMap<number, number>[];

/**
 * Krippendorff's α over sets of codes, by MASI and by Jaccard's distance: units with some codes in common agree in part.
 *
 * Chance sets all ratings against all, for every resample anew. What two groups of ratings add to that is worked out
 * once, and a resample weights it by how often each group was drawn. Groups are the sources or, where they are fewer,
 * the different sets.
 */
export function setAlphaPart(of: Indexed): Part {
  const { compared, sets } = of;
  const { sources, coders } = compared;
  const all = new Float64Array(sets.length);
  for (const set of of.of) if (set >= 0) all[set]!++;
  const distances = METRICS.map((metric) => metric.among(sets, all));
  const areSources = sources.length < sets.length;
  const size = areSources ? sources.length : sets.length;
  const holders: Map<number, number>[] = sets.map((_, set) => new Map(areSources ? [] : [[set, 1]]));
  let source = 0;
  const sums = bySource(compared, (from, to) => {
    const one = new Float64Array(WEIGHTS + size);
    for (let unit = from; unit < to; unit++) {
      const seen = of.of.subarray(unit * coders.length, (unit + 1) * coders.length).filter((set) => set >= 0);
      if (seen.length < 2) continue;
      one[0]!++;
      one[1]! += seen.length;
      distances.forEach((distance, metric) => (one[2 + metric]! += apartIn(seen, distance)));
      for (const set of seen) {
        if (areSources) holders[set]!.set(source, (holders[set]!.get(source) ?? 0) + 1);
        else one[WEIGHTS + set]!++;
      }
    }
    if (areSources) one[WEIGHTS + source++] = 1;
    return one;
  });
  const figures = METRICS.map(({ id, name }, metric): Figure => {
    const table = apartBetween(distances[metric]!, holders, size);
    return {
      id: `alpha-${id}`,
      name: `α of sets, ${name}`,
      formula: '1 − Do / De over sets of codes',
      range: 'corrected',
      counted: 'units',
      count: (whole) => whole[0]!,
      measure: (whole): Result => {
        const ratings = whole[1]!;
        if (ratings === 0) return undefinedAs(NOT_RATED_BY_TWO);
        const observed = whole[2 + metric]! / ratings;
        const expected = weighted(table, whole.subarray(WEIGHTS)) / (ratings * (ratings - 1));
        return alphaOf({ observed, expected });
      },
    };
  });
  return { sums, figures };
}

/** The disagreement within a unit: Σ over pairs 2 δ / (r − 1). */
function apartIn(seen: Int32Array, distance: Distance): number {
  let apart = 0;
  for (let i = 0; i < seen.length; i++)
    for (let j = i + 1; j < seen.length; j++) if (seen[i] !== seen[j]) apart += distance(seen[i]!, seen[j]!);
  return (2 * apart) / (seen.length - 1);
}

/**
 * For each two groups, Σ δ of every rating of the one with those of the other whose set comes later: the sum over both
 * orders is half of all.
 */
function apartBetween(distance: Distance, holders: Holders, groups: number): Float64Array {
  const table = new Float64Array(groups * groups);
  const later = new Float64Array(groups);
  const flat = holders.map((own) => ({ groups: Int32Array.from(own.keys()), times: Float64Array.from(own.values()) }));
  flat.forEach((own, a) => {
    later.fill(0);
    for (let b = a + 1; b < flat.length; b++) addTo(later, flat[b]!, distance(a, b));
    for (let i = 0; i < own.groups.length; i++) {
      const row = own.groups[i]! * groups;
      for (let other = 0; other < groups; other++) table[row + other]! += own.times[i]! * later[other]!;
    }
  });
  return table;
}

function addTo(
  sums: Float64Array,
  { groups, times }: { readonly groups: Int32Array; readonly times: Float64Array },
  apart: number,
): void {
  for (let i = 0; i < groups.length; i++) sums[groups[i]!]! += times[i]! * apart;
}

/** Σ over all pairs of ratings, in both orders, of how far they are apart. */
function weighted(table: Float64Array, weights: Float64Array): number {
  const groups = weights.length;
  let sum = 0;
  for (let group = 0; group < groups; group++) {
    if (weights[group] === 0) continue;
    let row = 0;
    for (let other = 0; other < groups; other++) row += weights[other]! * table[group * groups + other]!;
    sum += weights[group]! * row;
  }
  return 2 * sum;
}
