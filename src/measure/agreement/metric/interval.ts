import type { Metric } from './metric.js';

/**
 * Numbers whose differences mean something: (a − b)² (Krippendorff 2011).
 *
 * @example
 * intervalMetric.among([1, 4], [1, 1])(0, 1) // => 9
 */
export const intervalMetric: Metric<number> = {
  id: 'interval',
  name: 'interval',
  key: String,
  among: (values) => (a, b) => (values[a]! - values[b]!) ** 2,
};
