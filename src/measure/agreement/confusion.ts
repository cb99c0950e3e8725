import type { NominalRatings } from './ratings.js';

/** Which category one coder used where another used which, over the units that both rated. */
export interface Confusion {
  readonly categories: readonly string[];
  /** Rows: the first coder's category; columns: the second's. */
  readonly counts: readonly (readonly number[])[];
}

/**
 * The table of two coders' categories.
 *
 * @example
 * confusionOf(nominalRatings([['a', 'a'], ['a', 'b'], ['b', null]]), 0, 1) // => { categories: ['a', 'b'], counts: [[1, 1], [0, 0]] }
 */
export function confusionOf(
  { units, coders, categories, codes }: NominalRatings,
  first: number,
  second: number,
): Confusion {
  const counts = categories.map(() => categories.map(() => 0));
  for (let unit = 0; unit < units; unit++) {
    const row = codes[unit * coders + first]!;
    const column = codes[unit * coders + second]!;
    if (row >= 0 && column >= 0) counts[row]![column]!++;
  }
  return { categories, counts };
}
