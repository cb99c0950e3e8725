import type { Diagnostic, Place } from '../core/diagnostic.js';
import { finding } from '../core/finding.js';
import { byCodePoint } from '../core/order.js';

/** The rows of a table by the case or speaker that they describe. */
export type Described = ReadonlyMap<string, { readonly place: Place }>;

/** Rows of cases.csv to which no source belongs. */
export function casesWithoutSource(rows: Described, cases: ReadonlySet<string>): Diagnostic[] {
  return [...rows]
    .filter(([name]) => !cases.has(name))
    .map(([name, { place }]) => finding('QC415', `no source belongs to the case "${name}"`, place, 'warning'));
}

/** Cases of sources that cases.csv does not describe. A table without any row is one finding. */
export function casesWithoutRow(file: string, rows: Described, cases: ReadonlySet<string>): Diagnostic[] {
  if (rows.size === 0 && cases.size > 0) {
    return [
      finding(
        'QC416',
        `the table has no rows, so that none of ${cases.size} cases has attributes`,
        { file },
        'warning',
      ),
    ];
  }
  return [...cases]
    .filter((name) => !rows.has(name))
    .sort(byCodePoint)
    .map((name) => finding('QC416', `the case "${name}" has no row`, { file }, 'warning'));
}
