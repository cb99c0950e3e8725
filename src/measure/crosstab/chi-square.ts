import { chiSquareUpper } from '../distribution/chi-square.js';
import { type Measured, undefinedAs } from '../measured.js';
import { type Counts, cellsOf, marginsOf, withoutEmpty } from './table.js';

/** A statistic that is distributed as chi-square where rows and columns are independent. */
export interface Test {
  readonly statistic: number;
  readonly df: number;
  /** The probability of such a statistic or a larger one. */
  readonly p: number;
}

/**
 * Σ over cells of a part of the statistic, with its degrees of freedom and p. Rows and columns of zeros are left out.
 *
 * @param part of one cell, from its count and its expected count
 * @example
 * testOf([[3, 1], [1, 3]], (count, expected) => (count - expected) ** 2 / expected) // => { value: { statistic: 2, df: 1, p: 0.1572992 } }
 */
export function testOf(counts: Counts, part: (count: number, expected: number) => number): Measured<Test> {
  const kept = withoutEmpty(counts);
  const { rows, columns, total } = marginsOf(kept);
  const df = (rows.length - 1) * (columns.length - 1);
  if (rows.length < 2 || columns.length < 2) return undefinedAs('fewer than two rows or columns have counts');
  const parts = cellsOf(kept, (count, row, column) => part(count, (row * column) / total));
  const statistic = parts.flat().reduce((sum, value) => sum + value, 0);
  return { value: { statistic, df, p: chiSquareUpper(statistic, df) } };
}

/**
 * Pearson's chi-square, without continuity correction: Σ (O−E)²/E with (rows−1)(columns−1) degrees of freedom (Pearson
 * 1900). Rows and columns of zeros are left out. It asks for independent counts, which coded segments of one interview
 * are not: over segments it describes and does not test.
 *
 * @example
 * chiSquare([[762, 327, 468], [484, 239, 477]]) // => { value: { statistic: 30.07015, df: 2, p: 2.953589e-7 } }
 * chiSquare([[3, 1], [0, 0]]) // => { value: null, reason: 'fewer than two rows or columns have counts' }
 */
export function chiSquare(counts: Counts): Measured<Test> {
  return testOf(counts, (count, expected) => (count - expected) ** 2 / expected);
}
