import type { Metric } from './metric.js';
import { setMetric } from './sets.js';

/**
 * MASI with weights of one's own.
 *
 * @param within the weight where one set holds the other
 * @param overlap the weight where they share some codes only
 * @example
 * masiWith(0.67, 0.33).among([['1', '2'], ['1', '2', '3', '4']], [1, 1])(0, 1) // => 0.665
 */
export function masiWith(within: number, overlap: number): Metric<readonly string[]> {
  return setMetric('masi', 'MASI', (meeting) => {
    if (meeting.shared === 0) return 1;
    if (meeting.shared === meeting.either) return 0;
    return 1 - (meeting.shared / meeting.either) * (meeting.within ? within : overlap);
  });
}

/**
 * The MASI distance of two sets of codes (Passonneau 2006): 1 − J · M, with Jaccard's J and M = 1 for equal sets, 2/3 where
 * one holds the other, 1/3 where they overlap, 0 where they share nothing. NLTK rounds the weights to 0.67 and 0.33, which
 * moves the third decimal.
 *
 * @example
 * masiMetric.among([['1', '2'], ['1', '2', '3', '4']], [1, 1])(0, 1) // => 0.6666667
 * masiMetric.among([['a', 'b'], ['b', 'c']], [1, 1])(0, 1) // => 0.8888889
 */
export const masiMetric: Metric<readonly string[]> = masiWith(2 / 3, 1 / 3);
