import type { Metric } from './metric.js';

/**
 * Numbers that are ranks: the square of how many values lie between two, half of those at each end counted (Krippendorff
 * 2011): (Σ_{g=a…b} n_g − (n_a + n_b)/2)².
 *
 * @example
 * ordinalMetric.among([1, 2, 3], [4, 2, 6])(0, 2) // => 49
 */
export const ordinalMetric: Metric<number> = {
  id: 'ordinal',
  name: 'ordinal',
  key: String,
  among(values, counts) {
    // The rank in the middle of those that have the value.
    const ranks = new Float64Array(values.length);
    const order = [...values.keys()].sort((a, b) => values[a]! - values[b]!);
    let below = 0;
    for (const place of order) {
      ranks[place] = below + counts[place]! / 2;
      below += counts[place]!;
    }
    return (a, b) => (ranks[a]! - ranks[b]!) ** 2;
  },
};
