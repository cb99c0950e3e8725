import { type Measured, undefinedAs } from '../measured.js';
import { seeded, shuffle } from '../random.js';
import { SAMPLES, choose, combinations, smallestP } from './allocations.js';

/** A comparison of two groups by permuting who belongs to which. */
export interface TwoGroups {
  /** The mean of the first group less that of the second. */
  readonly difference: number;
  /** The share of allocations with a difference at least as far from 0. */
  readonly twoSided: number;
  /** The share with a difference as large or larger. */
  readonly greater: number;
  /** The share with one as small or smaller. */
  readonly less: number;
  /** How many allocations there are. */
  readonly allocations: number;
  /** null where all were gone through; else the seed with which some were drawn. */
  readonly seed: number | null;
  /** The smallest two-sided p that groups of these sizes can give. */
  readonly smallest: number;
}

export interface PermutationOptions {
  /** Up to how many allocations all are gone through; 100,000. */
  readonly exactUpTo?: number;
  /** How many are drawn where there are more; 9,999. */
  readonly samples?: number;
  readonly seed?: number;
}

/** Differences that rounding alone tells apart are the same: so much of the largest value, or of 1. */
const SAME = 1e-12;

/**
 * The exact randomisation test of two groups by the difference of their unweighted means (Fisher 1935; Good 2005). All
 * allocations count, the one observed among them; two-sided by the distance from 0, not twice the smaller tail. Beyond
 * `exactUpTo` a seeded sample stands for them, p = (as extreme + 1) / (drawn + 1) (Phipson & Smyth 2010). Permute cases or
 * sources, never segments. Undefined without two groups.
 *
 * @param first whose values make the first group
 * @example
 * permuteTwoGroups([4.2, 3.1, 5.6, 2, 1.1, 0.9, 2.2, 1.7], [true, true, true, true, false, false, false, false]) // => { value: { difference: 2.25, twoSided: 0.05714286, greater: 0.02857143, less: 0.9857143, allocations: 70, seed: null, smallest: 0.02857143 } }
 */
export function permuteTwoGroups(
  values: readonly number[],
  first: readonly boolean[],
  { exactUpTo = 100_000, samples = SAMPLES, seed = 1 }: PermutationOptions = {},
): Measured<TwoGroups> {
  const n = values.length;
  const k = first.filter(Boolean).length;
  if (k === 0 || k === n) return undefinedAs('only one group has values');
  const total = values.reduce((sum, value) => sum + value, 0);
  const differenceOf = (sum: number): number => sum / k - (total - sum) / (n - k);
  const difference = differenceOf(values.reduce((sum, value, i) => (first[i] ? sum + value : sum), 0));
  const same = SAME * values.reduce((most, value) => Math.max(most, Math.abs(value)), 1);

  const allocations = choose(n, k);
  const exact = allocations <= exactUpTo;
  // A sample counts the allocation observed as one of those drawn.
  const extreme = exact ? { far: 0, high: 0, low: 0 } : { far: 1, high: 1, low: 1 };
  const count = (sum: number): void => {
    const other = differenceOf(sum);
    if (Math.abs(other) >= Math.abs(difference) - same) extreme.far++;
    if (other >= difference - same) extreme.high++;
    if (other <= difference + same) extreme.low++;
  };
  if (exact) for (const places of combinations(n, k)) count(places.reduce((sum, i) => sum + values[i]!, 0));
  else {
    const draw = seeded(seed);
    const order = [...values];
    for (let i = 0; i < samples; i++)
      count(
        shuffle(order, draw)
          .slice(0, k)
          .reduce((sum, value) => sum + value, 0),
      );
  }
  const whole = exact ? allocations : samples + 1;
  return {
    value: {
      difference,
      twoSided: extreme.far / whole,
      greater: extreme.high / whole,
      less: extreme.low / whole,
      allocations,
      seed: exact ? null : seed,
      smallest: exact ? smallestP(k, n - k).twoSided : Math.max(smallestP(k, n - k).twoSided, 1 / whole),
    },
  };
}
