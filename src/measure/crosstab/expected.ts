import { type Measured, undefinedAs } from '../measured.js';
import { type Counts, cellsOf, marginsOf, withoutEmpty } from './table.js';

/**
 * The counts that independence of rows and columns would make: row total × column total / all. null where there is
 * nothing in the table.
 *
 * @example
 * expectedCounts([[3, 0], [1, 4]]) // => [[1.5, 1.5], [2.5, 2.5]]
 */
export function expectedCounts(counts: Counts): (number | null)[][] {
  return cellsOf(counts, (_, row, column, total) => (total === 0 ? null : (row * column) / total));
}

/**
 * The share of cells whose expected count is below 5, rows and columns of zeros left out: with more than a fifth of them,
 * chi-square is not to be trusted (Cochran 1954).
 *
 * @example
 * shareBelowFive([[3, 1], [1, 3]]) // => { value: 1 }
 */
export function shareBelowFive(counts: Counts): Measured {
  const kept = withoutEmpty(counts);
  const { total } = marginsOf(kept);
  if (total === 0) return undefinedAs('nothing was counted');
  const cells = cellsOf(kept, (_, row, column) => (row * column) / total).flat();
  return { value: cells.filter((expected) => expected < 5).length / cells.length };
}
