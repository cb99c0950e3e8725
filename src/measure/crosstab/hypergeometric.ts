/** The distribution of the first cell of a 2×2 table whose margins are fixed. */
export interface Hypergeometric {
  /** The smallest count the margins allow. */
  readonly low: number;
  /** The probability of `low`, `low` + 1 … */
  readonly probabilities: Float64Array;
}

/**
 * The hypergeometric distribution, from the ratios of neighbouring probabilities outwards from the mode: no logarithm of
 * a large factorial costs digits.
 *
 * @param row1 total of the first row
 * @param row2 total of the second row
 * @param column1 total of the first column
 * @example
 * [...hypergeometric(4, 4, 4).probabilities] // => [0.01428571, 0.2285714, 0.5142857, 0.2285714, 0.01428571]
 */
export function hypergeometric(row1: number, row2: number, column1: number): Hypergeometric {
  const low = Math.max(0, column1 - row2);
  const high = Math.min(row1, column1);
  const weights = new Float64Array(high - low + 1);
  const up = (x: number): number => ((row1 - x) * (column1 - x)) / ((x + 1) * (row2 - column1 + x + 1));
  const mode = Math.min(high, Math.max(low, Math.floor(((row1 + 1) * (column1 + 1)) / (row1 + row2 + 2))));
  weights[mode - low] = 1;
  for (let x = mode; x < high; x++) weights[x + 1 - low] = weights[x - low]! * up(x);
  for (let x = mode; x > low; x--) weights[x - 1 - low] = weights[x - low]! / up(x - 1);
  const sum = [...weights].sort((a, b) => a - b).reduce((total, weight) => total + weight, 0);
  return { low, probabilities: weights.map((weight) => weight / sum) };
}
