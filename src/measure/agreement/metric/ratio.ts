import type { Metric } from './metric.js';

/**
 * Numbers of 0 and more whose ratios mean something: ((a − b) / (a + b))² (Krippendorff 2011).
 *
 * @example
 * ratioMetric.among([1, 3], [1, 1])(0, 1) // => 0.25
 */
export const ratioMetric: Metric<number> = {
  id: 'ratio',
  name: 'ratio',
  key: String,
  among: (values) => (a, b) => (a === b ? 0 : ((values[a]! - values[b]!) / (values[a]! + values[b]!)) ** 2),
};
