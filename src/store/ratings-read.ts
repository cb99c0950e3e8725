import type { Diagnostic, Outcome, Place } from '../core/diagnostic.js';
import { finding } from './finding.js';
import { type RatedCell, cellReader } from './rating-cell.js';
import type { RatingColumns } from './rating-columns.js';
import type { Row, Table } from './table.js';

/** What coders said by unit, as a table has it: unit, then coder. */
export interface Ratings {
  readonly coders: readonly string[];
  readonly units: readonly RatedUnit[];
  /** Cells that say that a value is missing, as R writes it. */
  readonly missing: number;
}

/** What coders said of a unit, as a table names it. */
export interface RatedUnit {
  readonly source: string;
  readonly unit: string;
  /** By coder the codes; null where the coder did not see the unit. */
  readonly sets: readonly (readonly string[] | null)[];
}

/** What may be meant otherwise than it is read. */
export function doubt(message: string, place: Place): Diagnostic {
  return finding('QC454', message, place, 'warning');
}

/**
 * Reads ratings of a row a unit and a column a coder. A diagnostic that is an error leaves them unusable.
 *
 * @param codes of the codebook; none where there is no codebook
 */
export function wideRatings({ rows }: Table, columns: RatingColumns, codes: readonly string[]): Outcome<Ratings> {
  const read = cellReader(codes);
  const seen = new Map<string, Row>();
  const diagnostics: Diagnostic[] = [];
  const units: RatedUnit[] = [];
  let missing = 0;
  for (const row of rows) {
    const unit = row.cells[columns.unit] ?? '';
    const source = columns.source === null ? '' : (row.cells[columns.source] ?? '');
    if (unit === '') {
      diagnostics.push(finding('QC413', 'the row has no unit', row.place));
      continue;
    }
    const key = JSON.stringify([source, unit]);
    const earlier = seen.get(key);
    if (earlier) diagnostics.push(twice(`the unit "${unit}"`, earlier, row));
    else seen.set(key, row);
    const cells = columns.coders.map(({ column, name }) => ({ name, ...read(row.cells[column] ?? '') }));
    missing += cells.filter(({ isMissing }) => isMissing).length;
    const contradicting = cells.filter(({ isContradictory }) => isContradictory);
    diagnostics.push(...contradicting.map(({ name }) => contradiction(name, row)));
    units.push({ source, unit, sets: cells.map((cell) => cell.codes) });
  }
  return { value: { coders: columns.coders.map(({ name }) => name), units, missing }, diagnostics };
}

/** Reads ratings of a row a unit, coder and code: in all else as `wideRatings`. */
export function longRatings({ rows }: Table, columns: RatingColumns, codes: readonly string[]): Outcome<Ratings> {
  const read = cellReader(codes);
  const coders: string[] = [];
  const seen = new Map<string, Row>();
  const units = new Map<string, { source: string; unit: string; sets: (string[] | null)[] }>();
  const diagnostics: Diagnostic[] = [];
  let missing = 0;
  for (const row of rows) {
    const cell = (column: string | null): string => (column === null ? '' : (row.cells[column] ?? ''));
    const [unit, coder, source] = [cell(columns.unit), cell(columns.coder), cell(columns.source)];
    if (unit === '' || coder === '') {
      diagnostics.push(finding('QC413', `the row has no ${unit === '' ? 'unit' : 'coder'}`, row.place));
      continue;
    }
    if (!coders.includes(coder)) coders.push(coder);
    const place = JSON.stringify([source, unit]);
    const known = units.get(place) ?? { source, unit, sets: [] };
    units.set(place, known);
    const own = ofRow(cell(columns.code), read);
    if (own.isMissing) missing++;
    if (own.isContradictory) diagnostics.push(contradiction(coder, row));
    if (own.codes === null) continue;
    const key = JSON.stringify([source, unit, coder, own.codes]);
    const earlier = seen.get(key);
    if (earlier)
      diagnostics.push(twice(`the unit "${unit}" with ${coder} and ${own.codes[0] ?? 'no code'}`, earlier, row));
    seen.set(key, row);
    const at = coders.indexOf(coder);
    const before = known.sets[at];
    if (before && (before.length === 0) !== (own.codes.length === 0)) diagnostics.push(contradiction(coder, row));
    known.sets[at] = [...new Set([...(before ?? []), ...own.codes])];
  }
  const all = [...units.values()].map((one) => ({ ...one, sets: coders.map((_, coder) => one.sets[coder] ?? null) }));
  return { value: { coders, units: all, missing }, diagnostics };
}

/** A row without a code says that the coder saw the unit; so does the sign for none. */
function ofRow(code: string, read: (cell: string) => RatedCell): RatedCell {
  return code === '' ? { codes: [], isMissing: false, isContradictory: false } : read(code);
}

function contradiction(coder: string, { place }: Row): Diagnostic {
  return doubt(`${coder} has a code here and says too that there is none: the code counts`, place);
}

function twice(what: string, earlier: Row, row: Row): Diagnostic {
  return finding('QC412', `${what} is in line ${earlier.place.line} already`, row.place);
}
