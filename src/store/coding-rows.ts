import { propertiesIn } from '../coding/properties.js';
import type { Diagnostic, Outcome, Place } from '../core/diagnostic.js';
import { finding } from './finding.js';
import { parseTable } from './table.js';

/** The columns that rows of codings may have; others, such as the case or the speaker, are passed over. */
const CODING_COLUMNS = [
  'id',
  'source',
  'code',
  'coder',
  'start',
  'end',
  'line',
  'turn',
  'quotation',
  'nth',
  'at',
  'verdict',
  'star',
  'memo',
  'properties',
] as const;
type CodingColumn = (typeof CODING_COLUMNS)[number];

/** A row of codings to be imported: cells that hold something, properties apart; null where they cannot be read. */
export interface CodingCells {
  /** From 1, as people count them below the header. */
  readonly number: number;
  readonly place: Place;
  readonly cells: Readonly<Partial<Record<CodingColumn, string>>>;
  readonly properties: Readonly<Record<string, string>> | null;
  /** Why the row cannot be read as it is; such a row is not to be stored. */
  readonly faults: readonly Diagnostic[];
}

/**
 * Reads codings to be imported: CSV with a header, or JSON lines, by how the text begins. The outcome's own diagnostics
 * are of the file as a whole; those of rows stand with them.
 *
 * @param raw whether cells of CSV stand as they are; else an apostrophe that guards a spreadsheet is taken off
 */
export function parseCodings(text: string, file: string, raw: boolean): Outcome<CodingCells[]> {
  return text.trimStart().startsWith('{') ? parseLines(text, file) : parseCsv(text, file, raw);
}

function parseCsv(text: string, file: string, raw: boolean): Outcome<CodingCells[]> {
  const { value: table, diagnostics } = parseTable(text, file);
  if (!table) return { diagnostics };
  const rowsAt = new Set(table.rows.map(({ place }) => place.line));
  const ofFile = diagnostics.filter(({ place }) => !rowsAt.has(place?.line));
  const columns = new Map(table.columns.map((name) => [columnOf(name), name]));
  const missing = ['source', 'code'].filter((name) => !columns.has(name));
  if (missing.length > 0) {
    const message = `${file} has no column ${missing.map((name) => `"${name}"`).join(' and none ')}`;
    return { diagnostics: [...ofFile, finding('QC411', message, { file, line: 1, column: 1 })] };
  }
  const rows = table.rows.map(({ cells, place }, i) => {
    const known = CODING_COLUMNS.flatMap((name) => {
      const written = cells[columns.get(name) ?? ''] ?? '';
      const cell = raw ? written : unguarded(written);
      return cell === '' ? [] : [[name, cell] as const];
    });
    const named = Object.fromEntries(known) as CodingCells['cells'];
    const faults = diagnostics.filter((each) => each.place?.line === place.line);
    return { number: i + 1, place, cells: named, properties: propertiesIn(named.properties ?? ''), faults };
  });
  return { value: rows, diagnostics: ofFile };
}

function columnOf(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}

/** Takes off the apostrophe that keeps a spreadsheet from running a cell as a formula, and never one of the cell's own. */
function unguarded(cell: string): string {
  return cell.replace(/^'(?='*[=+\-@\t\r＝＋－＠])/, '');
}

function parseLines(text: string, file: string): Outcome<CodingCells[]> {
  const rows: CodingCells[] = [];
  for (const [i, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const place = { file, line: i + 1, column: 1, excerpt: [...line].slice(0, 80).join('') };
    const object = objectIn(line);
    const row = rowOfObject(object ?? {}, rows.length + 1, place);
    rows.push(object ? row : { ...row, faults: [finding('QC444', 'the line is not one JSON object', place)] });
  }
  return { value: rows, diagnostics: [] };
}

function objectIn(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

function rowOfObject(object: Readonly<Record<string, unknown>>, number: number, place: Place): CodingCells {
  const known = CODING_COLUMNS.flatMap((name) => {
    const value = object[name];
    if (name === 'star' && value === true) return [[name, 'yes'] as const];
    if (typeof value === 'number') return [[name, String(value)] as const];
    return typeof value === 'string' && value !== '' ? [[name, value] as const] : [];
  });
  const cells = Object.fromEntries(known) as CodingCells['cells'];
  const { properties } = object;
  if (typeof properties !== 'object' || properties === null) {
    return { number, place, cells, properties: propertiesIn(cells.properties ?? ''), faults: [] };
  }
  const entries = Object.entries(properties);
  const texts = entries.every(([, value]) => typeof value === 'string');
  const named = texts ? (Object.fromEntries(entries) as Record<string, string>) : null;
  return { number, place, cells, properties: named, faults: [] };
}
