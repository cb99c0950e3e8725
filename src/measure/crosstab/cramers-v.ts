import type { Measured } from '../measured.js';
import { chiSquare } from './chi-square.js';
import { type Counts, marginsOf, withoutEmpty } from './table.js';

/**
 * Cramér's V: √(χ² / (n · (min(rows, columns) − 1))), from 0 to 1 (Cramér 1946). Rows and columns of zeros are left out.
 * Small tables make it large by chance.
 *
 * @example
 * cramersV([[762, 327, 468], [484, 239, 477]]) // => { value: 0.1044358 }
 */
export function cramersV(counts: Counts): Measured {
  const test = chiSquare(counts);
  if (test.value === null) return test;
  const { rows, columns, total } = marginsOf(withoutEmpty(counts));
  const most = total * (Math.min(rows.length, columns.length) - 1);
  return { value: Math.sqrt(test.value.statistic / most) };
}
