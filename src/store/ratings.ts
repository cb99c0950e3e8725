import type { Diagnostic, Outcome, Place } from '../core/diagnostic.js';
import type { Compared, ComparedSource } from '../measure/agree/compared.js';
import { finding } from './finding.js';
import { codesIn, doubtsOf, isContradictory, isMissing } from './rating-cell.js';
import { type RatingColumns, ratingColumns } from './rating-columns.js';
import { type Row, type Table, parseTable } from './table.js';

/** Ratings of a table: what is compared, and how many cells said nothing. */
export interface RatedTable {
  readonly compared: Compared;
  readonly shape: 'wide' | 'long';
  /** Units as rows name them, in the order of the units of `compared`. */
  readonly names: readonly { readonly source: string; readonly unit: string }[];
  /** Cells without a rating: the coder did not see the unit. */
  readonly unseen: number;
  /** Units that fewer than two coders rated: they are not compared. */
  readonly alone: number;
  readonly hasSources: boolean;
  /** Cells that say that a value is missing, as R writes it; they are among `unseen`. */
  readonly missing: number;
  /** Columns that say something of the units and are no coder's. */
  readonly left: readonly string[];
}

/** What coders said by unit, as a table has it: unit, then coder. */
interface Ratings {
  readonly coders: readonly string[];
  readonly units: readonly {
    readonly source: string;
    readonly unit: string;
    readonly sets: readonly (readonly string[] | null)[];
  }[];
}

/** Which rows of a table are read, and for what. */
export interface RatingsRequest {
  /** Names of the coders to compare; all when empty. */
  readonly coders: readonly string[];
  /** What could be applied; what was used when absent. */
  readonly codes?: readonly string[];
  /** Which sources are in; all when absent. */
  readonly isWanted?: (source: string) => boolean;
}

/**
 * Reads ratings: wide, a row a unit and a column a coder; or long, a row a unit, coder and code. What may be meant
 * otherwise than it is read is warned of.
 */
export function parseRatings(text: string, file: string, request: RatingsRequest): Outcome<RatedTable> {
  const { value: table, diagnostics } = parseTable(text, file);
  if (!table || diagnostics.length > 0) return { diagnostics };
  const { columns, diagnostics: wrong } = ratingColumns(table.columns, file);
  if (!columns) return { diagnostics: wrong };
  const found: Diagnostic[] = [];
  const doubts: Diagnostic[] = [];
  const read = cellReader(request.codes ?? [], doubts);
  const all =
    columns.shape === 'long' ? longRatings(table, columns, read, found) : wideRatings(table, columns, read, found);
  const { isWanted } = request;
  if (isWanted && columns.source === null) {
    const excerpt = table.columns.join(',');
    const message = `${file} has no column "source" to choose sources by`;
    return { diagnostics: [finding('QC411', message, { file, line: 1, column: 1, excerpt })] };
  }
  const some = isWanted ? { ...all, units: all.units.filter(({ source }) => isWanted(source)) } : all;
  const chosen = request.coders.length === 0 ? some : chooseCoders(some, request.coders, file, found);
  if (all.units.length > 0 && some.units.length === 0) {
    const there = [...new Set(all.units.map(({ source }) => source))].join(', ');
    found.push(finding('QC451', `the table has no unit of these sources; it has ${there}`, { file }));
  } else found.push(...faultsOf(chosen, file));
  if (found.length > 0) return { diagnostics: found };
  const value = { ...ratedTable(chosen, columns, request.codes), missing: read.missing() };
  const named = doubtsOf(value.compared.codes).map((message) => doubt(message, { file }));
  return { value, diagnostics: [...named, ...doubts] };
}

/** Reads cells, each writing once; a code of the codebook is never taken for a sign of a missing value. */
interface CellReader {
  (cell: string, place: Place, who: string): readonly string[] | null;
  /** How many cells said that a value is missing. */
  readonly missing: () => number;
  /** A coder's code of a unit, and the sign for none, both. */
  readonly contradiction: (place: Place, who: string) => void;
}

function cellReader(codes: readonly string[], doubts: Diagnostic[]): CellReader {
  const known = new Map<string, { codes: readonly string[] | null; isMissing: boolean; isContradictory: boolean }>();
  let missing = 0;
  const contradiction = (place: Place, who: string): void =>
    void doubts.push(doubt(`${who} has a code here and says too that there is none: the code counts`, place));
  const read = (cell: string, place: Place, who: string): readonly string[] | null => {
    let one = known.get(cell);
    if (one === undefined) {
      const gone = isMissing(cell) && !codes.includes(cell);
      one = { codes: gone ? null : codesIn(cell), isMissing: gone, isContradictory: isContradictory(cell) };
      known.set(cell, one);
    }
    if (one.isMissing) missing++;
    if (one.isContradictory) contradiction(place, who);
    return one.codes;
  };
  return Object.assign(read, { missing: () => missing, contradiction });
}

function doubt(message: string, place: Place): Diagnostic {
  return finding('QC454', message, place, 'warning');
}

function faultsOf({ coders, units }: Ratings, file: string): Diagnostic[] {
  const at = { file, line: 1, column: 1 };
  if (coders.length < 2) {
    const who = coders.length === 0 ? 'nobody' : `only ${coders[0]!}`;
    return [finding('QC450', `agreement wants two coders; the table has ratings of ${who}`, at)];
  }
  if (units.length === 0) return [finding('QC451', 'the table has no unit', at)];
  const rated = units.map(({ sets }) => sets.filter((set) => set !== null).length);
  if (rated.every((n) => n === 0)) return [finding('QC451', 'all ratings are missing: every cell is empty', at)];
  if (rated.every((n) => n < 2)) return [finding('QC451', 'no unit was rated by two coders', at)];
  return [];
}

function chooseCoders(
  { coders, units }: Ratings,
  wanted: readonly string[],
  file: string,
  found: Diagnostic[],
): Ratings {
  const places = wanted.map((coder) => coders.indexOf(coder));
  wanted.forEach((coder, i) => {
    if (places[i]! >= 0) return;
    const there = coders.length > 0 ? `; there are ${coders.join(', ')}` : '';
    found.push(finding('QC450', `the table has no ratings of "${coder}"${there}`, { file, line: 1, column: 1 }));
  });
  const known = places.filter((place) => place >= 0);
  return {
    coders: known.map((place) => coders[place]!),
    units: units.map((unit) => ({ ...unit, sets: known.map((place) => unit.sets[place]!) })),
  };
}

function wideRatings(
  { rows }: Table,
  { unit: unitColumn, source: sourceColumn, coders }: RatingColumns,
  read: CellReader,
  found: Diagnostic[],
): Ratings {
  const seen = new Map<string, Row>();
  const units = rows.flatMap((row) => {
    const unit = row.cells[unitColumn] ?? '';
    const source = sourceColumn === null ? '' : (row.cells[sourceColumn] ?? '');
    if (unit === '') {
      found.push(finding('QC413', 'the row has no unit', row.place));
      return [];
    }
    const key = JSON.stringify([source, unit]);
    const earlier = seen.get(key);
    if (earlier) found.push(twice(`the unit "${unit}"`, earlier, row));
    else seen.set(key, row);
    return [{ source, unit, sets: coders.map(({ column, name }) => read(row.cells[column] ?? '', row.place, name)) }];
  });
  return { coders: coders.map(({ name }) => name), units };
}

function longRatings({ rows }: Table, columns: RatingColumns, read: CellReader, found: Diagnostic[]): Ratings {
  const coders: string[] = [];
  const seen = new Map<string, Row>();
  const units = new Map<string, { source: string; unit: string; sets: (string[] | null)[] }>();
  for (const row of rows) {
    const cell = (column: string | null): string => (column === null ? '' : (row.cells[column] ?? ''));
    const [unit, coder, code, source] = [
      cell(columns.unit),
      cell(columns.coder),
      cell(columns.code),
      cell(columns.source),
    ] as [string, string, string, string];
    if (unit === '' || coder === '') {
      found.push(finding('QC413', `the row has no ${unit === '' ? 'unit' : 'coder'}`, row.place));
      continue;
    }
    if (!coders.includes(coder)) coders.push(coder);
    const place = JSON.stringify([source, unit]);
    const known = units.get(place) ?? { source, unit, sets: [] };
    units.set(place, known);
    // A row without a code says that the coder saw the unit; so does the sign for none.
    const codes = code === '' ? [] : read(code, row.place, coder);
    if (codes === null) continue;
    const key = JSON.stringify([source, unit, coder, codes]);
    const earlier = seen.get(key);
    if (earlier) found.push(twice(`the unit "${unit}" with ${coder} and ${codes[0] ?? 'no code'}`, earlier, row));
    seen.set(key, row);
    const at = coders.indexOf(coder);
    if (known.sets[at] && (known.sets[at].length === 0) !== (codes.length === 0)) read.contradiction(row.place, coder);
    known.sets[at] = [...new Set([...(known.sets[at] ?? []), ...codes])];
  }
  return {
    coders,
    units: [...units.values()].map((one) => ({ ...one, sets: coders.map((_, coder) => one.sets[coder] ?? null) })),
  };
}

function twice(what: string, earlier: Row, row: Row): Diagnostic {
  return finding('QC412', `${what} is in line ${earlier.place.line} already`, row.place);
}

function ratedTable(
  { coders, units }: Ratings,
  { shape, source: sourceColumn, left }: RatingColumns,
  given: readonly string[] | undefined,
): Omit<RatedTable, 'missing'> {
  const used = new Set(units.flatMap(({ sets }) => sets.flatMap((set) => set ?? [])));
  const codes = given ? [...given, ...[...used].filter((code) => !given.includes(code)).sort()] : [...used].sort();
  const order = new Map(codes.map((code, i) => [code, i]));
  const both = units.filter(({ sets }) => sets.filter((set) => set !== null).length > 1);
  const bySource = new Map<string, ComparedSource & { units: ComparedSource['units'][number][] }>();
  const namesOf = new Map<string, { source: string; unit: string }[]>();
  for (const { source, unit, sets } of both) {
    const group = bySource.get(source) ?? { source, units: [], text: null };
    bySource.set(source, group);
    const names = namesOf.get(source) ?? [];
    namesOf.set(source, names);
    names.push({ source, unit });
    group.units.push({
      sets: sets.map((set) => set && [...set].sort((a, b) => order.get(a)! - order.get(b)!)),
      asked: null,
    });
  }
  const mayBeEmpty = both.some(({ sets }) => sets.some((set) => set?.length === 0));
  const sources = [...bySource.values()];
  return {
    compared: { coders, codes, mayBeEmpty, sources },
    shape,
    names: sources.flatMap(({ source }) => namesOf.get(source)!),
    unseen: units.reduce((sum, { sets }) => sum + sets.filter((set) => set === null).length, 0),
    alone: units.length - both.length,
    hasSources: sourceColumn !== null,
    left,
  };
}
