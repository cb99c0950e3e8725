import { deviance } from '../distribution/density.js';
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
  // Σ O − E is 0: with it every part is positive, and large counts near what is expected keep their digits.
  return testOf(counts, (count, expected) => 2 * deviance(count, expected));
}
