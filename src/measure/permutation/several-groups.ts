import { type Measured, undefinedAs } from '../measured.js';
import { seeded, shuffle } from '../random.js';

/** A comparison of several groups by permuting who belongs to which. */
export interface SeveralGroups {
  /** The share of the variation of the values that lies between the groups (η²), 0 to 1. */
  readonly share: number;
  /** The share of allocations in which that is as large or larger. */
  readonly p: number;
  readonly samples: number;
  readonly seed: number;
}

/**
 * A randomisation test of several groups by η², the sum of squares between groups over that of all values, which orders
 * allocations as F does (Good 2005). A seeded sample of allocations, p = (as extreme + 1) / (drawn + 1) (Phipson & Smyth
 * 2010). Undefined with fewer than two groups, or where all values are the same.
 *
 * @param groups the group of each value
 * @example
 * permuteGroups([1, 2, 1, 8, 9, 9, 5, 4], ['a', 'a', 'a', 'b', 'b', 'b', 'c', 'c'], { samples: 999 }).value.share // => 0.9778783
 * permuteGroups([3, 3], ['a', 'b']) // => { value: null, reason: 'no variation' }
 */
export function permuteGroups(
  values: readonly number[],
  groups: readonly string[],
  { samples = 9_999, seed = 1 }: { readonly samples?: number; readonly seed?: number } = {},
): Measured<SeveralGroups> {
  const names = [...new Set(groups)];
  if (names.length < 2) return undefinedAs('only one group has values');
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const centred = values.map((value) => value - mean);
  const whole = centred.reduce((sum, value) => sum + value * value, 0);
  if (whole === 0) return undefinedAs('no variation');

  const group = groups.map((name) => names.indexOf(name));
  const sizes = names.map((_, g) => group.filter((other) => other === g).length);
  const shareOf = (order: readonly number[]): number => {
    const sums = names.map(() => 0);
    order.forEach((value, i) => (sums[group[i]!]! += value));
    return sums.reduce((sum, part, g) => sum + (part * part) / sizes[g]!, 0) / whole;
  };
  const share = shareOf(centred);
  const draw = seeded(seed);
  let extreme = 1;
  for (let i = 0; i < samples; i++) if (shareOf(shuffle(centred, draw)) >= share - 1e-12) extreme++;
  return { value: { share, p: extreme / (samples + 1), samples, seed } };
}
