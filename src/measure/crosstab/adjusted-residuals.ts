import { type Counts, cellsOf } from './table.js';

/**
 * How far each count is from independence, in standard errors: (O−E) / √(E (1−r/n) (1−c/n)), with r and c the totals of
 * its row and column (Haberman 1973, *Biometrics* 29:205). Beyond ±2 a cell stands out, before any correction for looking
 * at many. null where a row or column holds nothing or all.
 *
 * @example
 * adjustedResiduals([[3, 1], [1, 3]]) // => [[1.414214, -1.414214], [-1.414214, 1.414214]]
 * adjustedResiduals([[3, 1], [0, 0]]) // => [[null, null], [null, null]]
 */
export function adjustedResiduals(counts: Counts): (number | null)[][] {
  return cellsOf(counts, (count, row, column, total) => {
    const expected = (row * column) / total;
    const variance = expected * (1 - row / total) * (1 - column / total);
    return variance > 0 ? (count - expected) / Math.sqrt(variance) : null;
  });
}
