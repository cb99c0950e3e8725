import type { Metric } from './metric.js';

/**
 * Categories without order: 0 alike, 1 different (Krippendorff 2011).
 *
 * @example
 * nominalMetric.among(['a', 'b'], [1, 1])(0, 1) // => 1
 */
export const nominalMetric: Metric<string> = {
  id: 'nominal',
  name: 'nominal',
  key: (value) => value,
  among: () => (a, b) => (a === b ? 0 : 1),
};
