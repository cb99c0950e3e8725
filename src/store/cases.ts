import type { Diagnostic, Outcome } from '../core/diagnostic.js';
import { finding } from './finding.js';
import type { Row, Table } from './table.js';

/** cases.csv: attributes by case, or by source. */
export interface CaseTable {
  readonly file: string;
  readonly key: 'case' | 'source';
  /** Columns other than the key, in the order of the file. */
  readonly attributes: readonly string[];
  /** Rows by key, in the order of the file. */
  readonly rows: ReadonlyMap<string, Row>;
}

/** The table of a study that has none. */
export const NO_CASES: CaseTable = { file: 'cases.csv', key: 'case', attributes: [], rows: new Map() };

/** Reads a table as cases.csv: its key column is `source` where there is one, else `case`. */
export function readCases(table: Table): Outcome<CaseTable> {
  const { file, columns } = table;
  const key = columns.includes('source') ? 'source' : 'case';
  if (!columns.includes(key)) {
    const message = `${file} has neither a column "case" nor a column "source"`;
    const excerpt = columns.join(',');
    return { diagnostics: [finding('QC411', message, { file, line: 1, column: 1, excerpt })] };
  }
  const { rows, diagnostics } = keyed(table, (cells) => cells[key] ?? '', key);
  const attributes = columns.filter((name) => name !== key && name !== '');
  return { value: { file, key, attributes, rows }, diagnostics };
}

/** Rows by key; a row without one, or with one that was there before, is a finding and is left out. */
export function keyed(
  table: Table,
  keyOf: (cells: Row['cells']) => string,
  name: string,
): { rows: Map<string, Row>; diagnostics: Diagnostic[] } {
  const rows = new Map<string, Row>();
  const diagnostics: Diagnostic[] = [];
  for (const row of table.rows) {
    const key = keyOf(row.cells);
    const earlier = rows.get(key);
    if (key === '') diagnostics.push(finding('QC413', `the row has no ${name}`, row.place));
    else if (earlier) {
      const message = `the ${name} "${key.replace('\0', '", "')}" is in line ${earlier.place.line} already`;
      diagnostics.push(finding('QC412', message, row.place));
    } else rows.set(key, row);
  }
  return { rows, diagnostics };
}
