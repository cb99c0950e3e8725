import { type Measured, undefinedAs } from '../measured.js';
import { type Test, testOf } from './chi-square.js';
import { type Counts, marginsOf, withoutEmpty } from './table.js';

/**
 * Chi-square of a 2×2 table with Yates' continuity correction: Σ (|O−E| − ½)²/E, the correction never more than |O−E|
 * (Yates 1934).
 *
 * @example
 * yates([[3, 1], [1, 3]]) // => { value: { statistic: 0.5, df: 1, p: 0.4795001 } }
 */
export function yates(counts: Counts): Measured<Test> {
  const { rows, columns } = marginsOf(withoutEmpty(counts));
  if (rows.length > 2 || columns.length > 2) return undefinedAs('the correction is for tables of 2×2');
  return testOf(counts, (count, expected) => {
    const distance = Math.abs(count - expected);
    return (distance - Math.min(0.5, distance)) ** 2 / expected;
  });
}
