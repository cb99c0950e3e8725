import { setMetric } from './sets.js';

/**
 * Jaccard's distance of two sets of codes: 1 − |A ∩ B| / |A ∪ B|.
 *
 * @example
 * jaccardMetric.among([['a', 'b'], ['a', 'b', 'c', 'd']], [1, 1])(0, 1) // => 0.5
 * jaccardMetric.among([[], []], [1, 1])(0, 1) // => 0
 */
export const jaccardMetric = setMetric('jaccard', 'Jaccard', ({ shared, either }) => 1 - shared / either);
