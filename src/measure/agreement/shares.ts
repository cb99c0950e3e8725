import { type NominalSums, layoutOf } from './sums.js';

/**
 * π_k: the mean over rated units of the share of their ratings that are in category k (Gwet 2014), for every category.
 *
 * @example
 * sharesOf(sumsOf(nominalRatings([['a', 'b'], ['a', null]]))) // => [0.75, 0.25]
 */
export function sharesOf({ coders, categories, sums }: NominalSums): number[] {
  const { rated, shares } = layoutOf(coders, categories);
  return Array.from(sums.subarray(shares, shares + categories), (sum) => sum / sums[rated]!);
}
