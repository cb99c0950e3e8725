import { parse } from 'csv-parse/sync';
import type { Diagnostic, Outcome, Place } from '../core/diagnostic.js';
import { finding } from './finding.js';

/** A row of a CSV file: its cells by column, and where it stands. */
export interface Row {
  readonly cells: Readonly<Record<string, string>>;
  readonly place: Place;
}

export interface Table {
  readonly file: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

/**
 * Reads the text of a CSV file with a header line, separated by commas, semicolons or tabs. Cells are trimmed; wholly
 * empty rows are skipped.
 */
export function parseTable(text: string, file: string): Outcome<Table> {
  const lines = text.split('\n');
  const place = (line: number): Place => ({ file, line, column: 1, excerpt: lines[line - 1] ?? '' });
  let records: { info: { lines: number }; record: string[] }[];
  try {
    records = parse(text, {
      info: true,
      trim: true,
      delimiter: delimiterOf(lines[0] ?? ''),
      skip_empty_lines: true,
      relax_column_count: true,
    }) as unknown as typeof records;
  } catch (error) {
    const { message, lines: line } = error as Error & { lines?: number };
    return { diagnostics: [finding('QC410', `${file}: ${message}`, place(line ?? 1))] };
  }
  const filled = records.filter(({ record }) => record.some((cell) => cell !== ''));
  const columns = filled[0]?.record ?? [];
  const diagnostics: Diagnostic[] = repeated(columns).map((name) =>
    finding('QC418', `the column "${name}" is there twice`, place(1)),
  );
  const rows: Row[] = [];
  for (const { info, record } of filled.slice(1)) {
    // `lines` is where the record ends; cells that hold line breaks put its start before that.
    const start = place(info.lines - record.join('').split('\n').length + 1);
    if (record.length > columns.length) {
      const message = `the row has ${record.length} cells, the header ${columns.length}`;
      diagnostics.push(finding('QC410', message, start));
    }
    rows.push({ cells: Object.fromEntries(columns.map((name, i) => [name, record[i] ?? ''])), place: start });
  }
  return { value: { file, columns, rows }, diagnostics };
}

function delimiterOf(header: string): string {
  const count = (char: string): number => header.split(char).length;
  return [',', ';', '\t'].reduce((best, char) => (count(char) > count(best) ? char : best));
}

function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, i) => name !== '' && names.indexOf(name) < i))];
}
