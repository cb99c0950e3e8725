import type { Measured } from '../measured.js';
import { type Test, testOf } from './chi-square.js';
import type { Counts } from './table.js';

/**
 * The likelihood ratio: 2 Σ O ln(O/E), where 0 ln 0 = 0 (Wilks 1935; Dunning 1993), with (rows−1)(columns−1) degrees of
 * freedom. Rows and columns of zeros are left out.
 *
 * @example
 * gSquared([[762, 327, 468], [484, 239, 477]]) // => { value: { statistic: 30.01669, df: 2, p: 3.033702e-7 } }
 */
export function gSquared(counts: Counts): Measured<Test> {
  return testOf(counts, (count, expected) => (count === 0 ? 0 : 2 * count * Math.log(count / expected)));
}
