import { type Diagnostic, isError, type Outcome } from '../core/diagnostic.js';
import { finding } from './finding.js';
import { doubtsOf } from './rating-cell.js';
import { ratingColumns } from './rating-columns.js';
import { type RatedTable, ratedTable } from './rated-table.js';
import { type Ratings, doubt, longRatings, wideRatings } from './ratings-read.js';
import { parseTable } from './table.js';

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
  const { isWanted, codes } = request;
  if (isWanted && columns.source === null) {
    const excerpt = table.columns.join(',');
    const message = `${file} has no column "source" to choose sources by`;
    return { diagnostics: [finding('QC411', message, { file, line: 1, column: 1, excerpt })] };
  }
  const read = columns.shape === 'long' ? longRatings : wideRatings;
  const { value: all, diagnostics: found } = read(table, columns, codes ?? []);
  if (!all) return { diagnostics: found };
  const some = isWanted ? { ...all, units: all.units.filter(({ source }) => isWanted(source)) } : all;
  const chosen = request.coders.length === 0 ? some : ofCoders(some, request.coders);
  const errors = [
    ...found.filter(isError),
    ...strangers(some, request.coders, file),
    ...(all.units.length > 0 && some.units.length === 0 ? [noneOf(all, file)] : faultsOf(chosen, file)),
  ];
  if (errors.length > 0) return { diagnostics: errors };
  const value = ratedTable(chosen, columns, codes);
  const named = doubtsOf(value.compared.codes).map((message) => doubt(message, { file }));
  return { value, diagnostics: [...named, ...found] };
}

function noneOf({ units }: Ratings, file: string): Diagnostic {
  const there = [...new Set(units.map(({ source }) => source))].join(', ');
  return finding('QC451', `the table has no unit of these sources; it has ${there}`, { file });
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

/** Coders that are asked for and of whom the table has no ratings. */
function strangers({ coders }: Ratings, wanted: readonly string[], file: string): Diagnostic[] {
  const there = coders.length > 0 ? `; there are ${coders.join(', ')}` : '';
  return wanted
    .filter((coder) => !coders.includes(coder))
    .map((coder) => finding('QC450', `the table has no ratings of "${coder}"${there}`, { file, line: 1, column: 1 }));
}

/** The ratings of some coders, in their order, as far as there are any. */
function ofCoders(all: Ratings, wanted: readonly string[]): Ratings {
  const coders = wanted.filter((coder) => all.coders.includes(coder));
  const places = coders.map((coder) => all.coders.indexOf(coder));
  return { ...all, coders, units: all.units.map((unit) => ({ ...unit, sets: places.map((i) => unit.sets[i]!) })) };
}
