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
 * Reads the text of a CSV file with a header line, separated by commas, semicolons or tabs. Cells are trimmed and in
 * NFC; wholly empty rows are skipped.
 */
export function parseTable(text: string, file: string): Outcome<Table> {
  const lines = text.split('\n');
  const place = (line: number): Place => ({ file, line, column: 1, excerpt: lines[line - 1] ?? '' });
  const delimiter = delimiterOf(lines[0] ?? '');
  let records: { info: { lines: number }; record: string[] }[];
  try {
    records = parse(text, {
      info: true,
      trim: true,
      delimiter,
      skip_empty_lines: true,
      relax_column_count: true,
    }) as unknown as typeof records;
  } catch (error) {
    const { message, code, lines: line } = error as Error & { code?: string; lines?: number };
    const quote =
      code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_INVALID_CLOSING_QUOTE' || code === 'INVALID_OPENING_QUOTE';
    if (!quote) return { diagnostics: [finding('QC410', `${file}: ${message}`, place(line ?? 1))] };
    return {
      diagnostics: [
        finding(
          'QC410',
          'a quotation mark here is not closed, or not doubled inside a cell',
          place(unclosed(text, delimiter)),
        ),
      ],
    };
  }
  const filled = records
    .filter(({ record }) => record.some((cell) => cell !== ''))
    .map(({ info, record }) => ({ info, record: record.map((cell) => cell.normalize('NFC')) }));
  const columns = (filled[0]?.record ?? []).map(columnName);
  const diagnostics: Diagnostic[] = repeated(columns).map((name) =>
    finding('QC418', `the column "${name}" is there twice`, place(1)),
  );
  const rows: Row[] = [];
  for (const { info, record } of filled.slice(1)) {
    // `lines` is where the record ends; cells that hold line breaks put its start before that.
    const start = place(info.lines - record.join('').split('\n').length + 1);
    if (record.length !== columns.length) {
      const message = `the row has ${record.length} ${record.length === 1 ? 'cell' : 'cells'}, the header ${columns.length}`;
      diagnostics.push(finding('QC410', message, start));
    }
    if (columns.some((name, i) => name === '' && (record[i] ?? '') !== '')) {
      diagnostics.push(finding('QC410', 'the row has a cell under no column name', start));
    }
    rows.push({ cells: Object.fromEntries(columns.map((name, i) => [name, record[i] ?? ''])), place: start });
  }
  return { value: { file, columns, rows }, diagnostics };
}

function delimiterOf(header: string): string {
  const count = (char: string): number => header.split(char).length;
  return [',', ';', '\t', '，', '；'].reduce((best, char) => (count(char) > count(best) ? char : best));
}

/** Columns that qcode knows, which may be written in capitals or full-width letters; attributes stand as they are. */
const KNOWN = new Set(['case', 'source', 'speaker', 'person', 'role', 'consent']);

function columnName(written: string): string {
  const plain = written.normalize('NFKC').trim().toLowerCase();
  return KNOWN.has(plain) ? plain : written;
}

/** The line of the quotation mark that opens a cell and is never rightly closed. */
function unclosed(text: string, delimiter: string): number {
  const cells = new RegExp(`"(?:[^"]|"")*"(?= *(?:${delimiter}|\\n|$))|[^"]+|"`, 'gu');
  let line = 1;
  for (const [piece] of text.matchAll(cells)) {
    if (piece === '"') return line;
    line += piece.split('\n').length - 1;
  }
  return line;
}

function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, i) => name !== '' && names.indexOf(name) < i))];
}
