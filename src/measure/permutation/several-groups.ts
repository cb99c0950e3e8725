import { type Measured, undefinedAs } from '../measured.js';
import { seeded, shuffle } from '../random.js';
import { SAMPLES, allocationsOf, arrangements, smallestPOf } from './allocations.js';
import type { PermutationOptions } from './two-groups.js';

/** A comparison of several groups by permuting who belongs to which. */
export interface SeveralGroups {
  /** The share of the variation of the values that lies between the groups (η²), 0 to 1. */
  readonly share: number;
  /** The share of allocations in which that is as large or larger. */
  readonly p: number;
  /** How many allocations there are. */
  readonly allocations: number;
  /** How many of them were drawn; null where all were gone through. */
  readonly samples: number | null;
  /** null where all were gone through; else the seed of the draw. */
  readonly seed: number | null;
  /** The smallest p that groups of these sizes can give. */
  readonly smallest: number;
}

/** Shares that rounding alone tells apart are the same. */
const SAME = 1e-12;

/**
 * A randomisation test of several groups by η², the sum of squares between groups over that of all values, which orders
 * allocations as F does (Good 2005). All allocations count; beyond `exactUpTo` a seeded sample stands for them, p = (as
 * extreme + 1) / (drawn + 1) (Phipson & Smyth 2010). Without any difference η² is (groups − 1) / (values − 1) on average.
 * Undefined with fewer than two groups, or where all values are the same.
 *
 * @param groups the group of each value
 * @example
 * permuteGroups([1, 2, 1, 8, 9, 9, 5, 4], ['a', 'a', 'a', 'b', 'b', 'b', 'c', 'c']) // => { value: { share: 0.9778783, p: 0.003571429, allocations: 560, samples: null, seed: null, smallest: 0.003571429 } }
 * permuteGroups([3, 3], ['a', 'b']) // => { value: null, reason: 'no variation' }
 */
export function permuteGroups(
  values: readonly number[],
  groups: readonly string[],
  { exactUpTo = 100_000, samples = SAMPLES, seed = 1 }: PermutationOptions = {},
): Measured<SeveralGroups> {
  const names = [...new Set(groups)];
  if (names.length < 2) return undefinedAs('only one group has values');
  if (values.every((value) => value === values[0])) return undefinedAs('no variation');
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const centred = values.map((value) => value - mean);
  const whole = centred.reduce((sum, value) => sum + value * value, 0);

  const group = groups.map((name) => names.indexOf(name));
  const sizes = names.map((_, g) => group.filter((other) => other === g).length);
  const sums = new Float64Array(sizes.length);
  const shareOf = (order: readonly number[], belongs: readonly number[]): number => {
    sums.fill(0);
    for (let i = 0; i < order.length; i++) sums[belongs[i]!]! += order[i]!;
    let between = 0;
    for (let g = 0; g < sizes.length; g++) between += (sums[g]! * sums[g]!) / sizes[g]!;
    return between / whole;
  };
  const share = shareOf(centred, group);
  const reached = share - SAME;
  const allocations = allocationsOf(sizes);
  const smallest = smallestPOf(sizes);
  let extreme = 0;
  if (allocations <= exactUpTo) {
    for (const other of arrangements(sizes)) if (shareOf(centred, other) >= reached) extreme++;
    const p = extreme / allocations;
    return { value: { share, p, allocations, samples: null, seed: null, smallest } };
  }
  const draw = seeded(seed);
  for (let i = 0; i < samples; i++) if (shareOf(shuffle(centred, draw), group) >= reached) extreme++;
  const p = (extreme + 1) / (samples + 1);
  return { value: { share, p, allocations, samples, seed, smallest: Math.max(smallest, 1 / (samples + 1)) } };
}
