/** The distribution of the first cell of a 2×2 table whose margins are fixed. */
export interface Hypergeometric {
  /** The smallest count that the margins allow and whose probability is not too small for a number. */
  readonly low: number;
  /** The probability of `low`, `low` + 1 … */
  readonly probabilities: Float64Array;
}

/** Far from the mode, what is less likely than this by comparison counts as impossible. */
const TINY = 1e-300;

/**
 * The hypergeometric distribution, from the ratios of neighbouring probabilities outwards from the mode: no logarithm of
 * a large factorial costs digits. With an odds ratio other than 1 it is Fisher's noncentral one (Fisher 1935).
 *
 * @param row1 total of the first row
 * @param row2 total of the second row
 * @param column1 total of the first column
 * @param odds the odds ratio
 * @example
 * [...hypergeometric(4, 4, 4).probabilities] // => [0.01428571, 0.2285714, 0.5142857, 0.2285714, 0.01428571]
 */
export function hypergeometric(row1: number, row2: number, column1: number, odds = 1): Hypergeometric {
  const lowest = Math.max(0, column1 - row2);
  const highest = Math.min(row1, column1);
  const up = (x: number): number => (odds * ((row1 - x) * (column1 - x))) / ((x + 1) * (row2 - column1 + x + 1));
  const mode = firstWhere(lowest, highest, (x) => up(x) < 1);
  const above: number[] = [];
  for (let x = mode, weight = 1; x < highest && (weight *= up(x)) > TINY; x++) above.push(weight);
  const below: number[] = [];
  for (let x = mode; x > lowest; x--) {
    const weight = (below.at(-1) ?? 1) / up(x - 1);
    if (weight <= TINY) break;
    below.push(weight);
  }
  const weights = Float64Array.from([...below.reverse(), 1, ...above]);
  const sum = sumOf(weights);
  return { low: mode - below.length, probabilities: weights.map((weight) => weight / sum) };
}

/**
 * The sum of numbers that rise and then fall: from both ends, so that the small ones are not lost beside the largest.
 *
 * @example
 * sumOf(Float64Array.of(1, 2, 1)) // => 4
 */
export function sumOf(hill: Float64Array): number {
  let sum = 0;
  for (let i = 0, j = hill.length - 1; i <= j;) sum += hill[i]! < hill[j]! ? hill[i++]! : hill[j--]!;
  return sum;
}

/** The first whole number for which something holds, once it holds for good; the highest holds anyway. */
function firstWhere(lowest: number, highest: number, holds: (x: number) => boolean): number {
  let [low, high] = [lowest, highest];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
