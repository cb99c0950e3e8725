import type { Diagnostic, Outcome } from '../core/diagnostic.js';
import type { Compared, ComparedSource } from '../measure/agree/compared.js';
import { NONE } from '../measure/agree/set-part.js';
import { finding } from './finding.js';
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
}

/** Columns of a wide table that are no coder's. */
const DESCRIBING = ['unit', 'source', 'text'];
const LONG = ['unit', 'coder', 'code'];

/** The codes in a cell: `a; b`; `(none)` or `-` where the coder saw the unit and applied nothing; null where it is empty. */
export function codesIn(cell: string): string[] | null {
  if (cell === '') return null;
  if (cell === NONE || cell === '-') return [];
  const codes = cell.split(/[;；]/).map((code) => code.trim());
  return [...new Set(codes.filter((code) => code !== ''))];
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

/**
 * Reads ratings: wide, a row a unit and a column a coder; or long, a row a unit, coder and code.
 *
 * @param wanted names of the coders to compare; all when empty
 * @param codes what could be applied; what was used when absent
 */
export function parseRatings(
  text: string,
  file: string,
  wanted: readonly string[],
  codes?: readonly string[],
): Outcome<RatedTable> {
  const { value: table, diagnostics } = parseTable(text, file);
  if (!table || diagnostics.length > 0) return { diagnostics };
  const shape = LONG.every((name) => table.columns.includes(name)) ? 'long' : 'wide';
  const found: Diagnostic[] = [];
  const all = shape === 'long' ? longRatings(table, found) : wideRatings(table, found);
  const chosen = wanted.length === 0 ? all : chooseCoders(all, wanted, file, found);
  found.push(...faultsOf(chosen, file));
  if (found.length > 0) return { diagnostics: found };
  return { value: ratedTable(chosen, shape, table.columns.includes('source'), codes), diagnostics: [] };
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

function wideRatings({ columns, rows }: Table, found: Diagnostic[]): Ratings {
  const known = new Map<string, readonly string[] | null>();
  const read = (cell: string): readonly string[] | null => {
    const codes = known.get(cell);
    if (codes !== undefined) return codes;
    known.set(cell, codesIn(cell));
    return known.get(cell)!;
  };
  const coders = columns.filter((name) => name !== '' && !DESCRIBING.includes(name));
  const seen = new Map<string, Row>();
  const units = rows.map((row, i) => {
    const { unit = String(i + 1), source = '' } = row.cells;
    const earlier = seen.get(JSON.stringify([source, unit]));
    if (earlier) found.push(twice(`the unit "${unit}"`, earlier, row));
    else seen.set(JSON.stringify([source, unit]), row);
    return { source, unit, sets: coders.map((coder) => read(row.cells[coder] ?? '')) };
  });
  return { coders, units };
}

function longRatings({ rows }: Table, found: Diagnostic[]): Ratings {
  const coders: string[] = [];
  const seen = new Map<string, Row>();
  const units = new Map<string, { source: string; unit: string; sets: (string[] | null)[] }>();
  for (const row of rows) {
    const { unit = '', coder = '', code = '', source = '' } = row.cells;
    if (unit === '' || coder === '') {
      found.push(finding('QC413', `the row has no ${unit === '' ? 'unit' : 'coder'}`, row.place));
      continue;
    }
    // A row without a code says that the coder saw the unit; so does the sign for none.
    const codes = codesIn(code) ?? [];
    const key = JSON.stringify([source, unit, coder, codes]);
    const earlier = seen.get(key);
    if (earlier) found.push(twice(`the unit "${unit}" with ${coder} and ${codes[0] ?? 'no code'}`, earlier, row));
    seen.set(key, row);
    if (!coders.includes(coder)) coders.push(coder);
    const place = JSON.stringify([source, unit]);
    const known = units.get(place) ?? { source, unit, sets: [] };
    units.set(place, known);
    const at = coders.indexOf(coder);
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
  shape: RatedTable['shape'],
  hasSources: boolean,
  given: readonly string[] | undefined,
): RatedTable {
  const used = new Set(units.flatMap(({ sets }) => sets.flatMap((set) => set ?? [])));
  const codes = given ? [...given, ...[...used].filter((code) => !given.includes(code)).sort()] : [...used].sort();
  const order = new Map(codes.map((code, i) => [code, i]));
  const both = units.filter(({ sets }) => sets.filter((set) => set !== null).length > 1);
  const bySource = new Map<string, ComparedSource & { units: ComparedSource['units'][number][] }>();
  for (const { source, sets } of both) {
    const group = bySource.get(source) ?? { source, units: [], text: null };
    bySource.set(source, group);
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
    names: sources.flatMap(({ source }) => both.filter((unit) => unit.source === source)),
    unseen: units.reduce((sum, { sets }) => sum + sets.filter((set) => set === null).length, 0),
    alone: units.length - both.length,
    hasSources,
  };
}
