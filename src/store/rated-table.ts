import type { Compared, ComparedSource } from '../measure/agree/compared.js';
import type { RatingColumns } from './rating-columns.js';
import type { Ratings } from './ratings-read.js';

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

/**
 * What is compared of ratings.
 *
 * @param given what could be applied; what was used when absent
 */
export function ratedTable(
  { coders, units, missing }: Ratings,
  { shape, source: sourceColumn, left }: RatingColumns,
  given: readonly string[] | undefined,
): RatedTable {
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
    missing,
    left,
  };
}
