import { type Counts, cellsOf } from './table.js';

/**
 * Each count in percent of its row; null in a row of zeros.
 *
 * @example
 * rowPercent([[3, 1], [0, 0]]) // => [[75, 25], [null, null]]
 */
export function rowPercent(counts: Counts): (number | null)[][] {
  return cellsOf(counts, (count, row) => (row === 0 ? null : (100 * count) / row));
}

/**
 * Each count in percent of its column; null in a column of zeros.
 *
 * @example
 * columnPercent([[3, 0], [1, 0]]) // => [[75, null], [25, null]]
 */
export function columnPercent(counts: Counts): (number | null)[][] {
  return cellsOf(counts, (count, _, column) => (column === 0 ? null : (100 * count) / column));
}
