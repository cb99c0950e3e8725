import type { NominalRatings } from './ratings.js';

/**
 * All that the nominal coefficients are computed from. Every number is a sum over units, so the sums of two groups of
 * units add up to those of both: a bootstrap adds and never counts again.
 */
export interface NominalSums {
  readonly coders: number;
  /** How many categories there are (q). */
  readonly categories: number;
  readonly sums: Float64Array;
}

/** Where in the sums a number stands; q categories, m coders. */
export interface Layout {
  /** Units with at least one rating. */
  readonly rated: 0;
  /** Units with at least two. */
  readonly pairable: 1;
  /** Over pairable units: the share of the pairs of their ratings that agree, Σ r_k (r_k − 1) / (r (r − 1)). */
  readonly observed: 2;
  /** Over pairable units: Krippendorff's coincidences of a category with itself, Σ r_k (r_k − 1) / (r − 1). */
  readonly coincidences: 3;
  /** q numbers, over rated units: the share of a unit's ratings in the category, r_k / r. */
  readonly shares: 4;
  /** q numbers, over pairable units: ratings in the category. */
  readonly values: number;
  /** m × q numbers: ratings of a coder in a category. */
  readonly byCoder: number;
  /** For each pair of coders, over units both rated: their number, agreements, q ratings of the one, q of the other. */
  readonly pairs: number;
  readonly pairSize: number;
  readonly size: number;
}

/**
 * The places for so many coders and categories.
 *
 * @example
 * layoutOf(2, 3).size // => 24
 */
export function layoutOf(coders: number, categories: number): Layout {
  const values = 4 + categories;
  const byCoder = values + categories;
  const pairs = byCoder + coders * categories;
  const pairSize = 2 + 2 * categories;
  const size = pairs + ((coders * (coders - 1)) / 2) * pairSize;
  return { rated: 0, pairable: 1, observed: 2, coincidences: 3, shares: 4, values, byCoder, pairs, pairSize, size };
}

/**
 * The sums over some of the units, one after another.
 *
 * @param from the first unit
 * @param to the unit after the last
 * @example
 * [...sumsOf(nominalRatings([['a', 'a'], ['a', 'b']])).sums.subarray(0, 4)] // => [2, 2, 1, 2]
 */
export function sumsOf(ratings: NominalRatings, from = 0, to = ratings.units): NominalSums {
  const { coders } = ratings;
  const categories = ratings.categories.length;
  const layout = layoutOf(coders, categories);
  const sums = new Float64Array(layout.size);
  const counts = new Float64Array(categories);
  for (let unit = from; unit < to; unit++) {
    addUnit(sums, layout, counts, ratings, unit * coders);
    addCoders(sums, layout, ratings, unit * coders);
  }
  return { coders, categories, sums };
}

/**
 * Counts a unit's ratings by category and returns how many there are.
 *
 * @example
 * countInto(new Float64Array(2), [0, 1, 0, -1]) // => 3
 */
export function countInto(counts: Float64Array, row: ArrayLike<number>): number {
  counts.fill(0);
  let rated = 0;
  for (let coder = 0; coder < row.length; coder++) {
    if (row[coder]! < 0) continue;
    counts[row[coder]!]!++;
    rated++;
  }
  return rated;
}

/** @param counts zeros, and left so: of many categories a unit has few */
function addUnit(
  sums: Float64Array,
  layout: Layout,
  counts: Float64Array,
  { coders, codes }: NominalRatings,
  unit: number,
): void {
  let rated = 0;
  for (let rating = unit; rating < unit + coders; rating++) {
    if (codes[rating]! < 0) continue;
    counts[codes[rating]!]!++;
    rated++;
  }
  if (rated === 0) return;
  let agreeing = 0;
  for (let rating = unit; rating < unit + coders; rating++) {
    const code = codes[rating]!;
    const count = code < 0 ? 0 : counts[code]!;
    if (count === 0) continue;
    counts[code] = 0;
    agreeing += count * (count - 1);
    sums[layout.shares + code]! += count / rated;
    if (rated > 1) sums[layout.values + code]! += count;
  }
  sums[layout.rated]!++;
  if (rated < 2) return;
  sums[layout.pairable]!++;
  sums[layout.observed]! += agreeing / (rated * (rated - 1));
  sums[layout.coincidences]! += agreeing / (rated - 1);
}

function addCoders(sums: Float64Array, layout: Layout, ratings: NominalRatings, unit: number): void {
  const { coders, codes } = ratings;
  const q = ratings.categories.length;
  let pair = layout.pairs;
  for (let one = 0; one < coders; one++) {
    const code = codes[unit + one]!;
    if (code >= 0) sums[layout.byCoder + one * q + code]!++;
    for (let other = one + 1; other < coders; other++, pair += layout.pairSize) {
      const code2 = codes[unit + other]!;
      if (code < 0 || code2 < 0) continue;
      sums[pair]!++;
      if (code === code2) sums[pair + 1]!++;
      sums[pair + 2 + code]!++;
      sums[pair + 2 + q + code2]!++;
    }
  }
}
