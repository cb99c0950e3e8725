import { type Measured, undefinedAs } from '../measured.js';
import type { PairCounts } from './association.js';

/** The 2×2 table of two codes over all units. */
export interface Fourfold {
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly neither: number;
  readonly units: number;
}

/**
 * The 2×2 table of a pair. Undefined where the units were not counted, or where the counts are of segments that overlap
 * several others and so make no table.
 *
 * @example
 * fourfold({ both: 4, first: 7, second: 6, units: 24 }) // => { value: { both: 4, onlyFirst: 3, onlySecond: 2, neither: 15, units: 24 } }
 */
export function fourfold({ both, first, second, units }: PairCounts): Measured<Fourfold> {
  if (units === null) return undefinedAs('the units without these codes were not counted');
  const neither = units - first - second + both;
  if (both > first || both > second || neither < 0) return undefinedAs('more pairs of segments than segments');
  return { value: { both, onlyFirst: first - both, onlySecond: second - both, neither, units } };
}

/**
 * The same as rows (first code, not) and columns (second code, not).
 *
 * @example
 * rowsOf({ both: 4, onlyFirst: 3, onlySecond: 2, neither: 15, units: 24 }) // => [[4, 3], [2, 15]]
 */
export function rowsOf(table: Fourfold): readonly [readonly [number, number], readonly [number, number]] {
  return [
    [table.both, table.onlyFirst],
    [table.onlySecond, table.neither],
  ];
}
