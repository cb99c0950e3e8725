/** Values with how much each weighs. */
export interface Weighted {
  readonly value: number;
  readonly weight: number;
}

/** Values that differ by less are one: rounding told them apart. */
const SAME = 1e-10;
/** Shares add up to a quantile but for this. */
const ROUNDING = 1e-12;

/**
 * The values in ascending order, each once, with their share of the whole weight.
 *
 * @example
 * sharesOf([{ value: 2, weight: 1 }, { value: 1, weight: 2 }, { value: 2, weight: 1 }]) // => [{ value: 1, weight: 0.5 }, { value: 2, weight: 0.5 }]
 */
export function sharesOf(values: readonly Weighted[]): Weighted[] {
  const whole = values.reduce((sum, { weight }) => sum + weight, 0);
  const result: { value: number; weight: number }[] = [];
  for (const { value, weight } of [...values].sort((a, b) => a.value - b.value)) {
    const last = result.at(-1);
    if (last !== undefined && value - last.value <= SAME) last.weight += weight / whole;
    else result.push({ value, weight: weight / whole });
  }
  return result;
}

/**
 * The smallest value up to which lies a share p of the weight: the inverse of the empirical distribution, which never gives
 * a value that did not occur (Hyndman & Fan 1996, type 1).
 *
 * @param shares in ascending order, with weights that sum to 1
 * @example
 * quantileOf([{ value: 1, weight: 0.5 }, { value: 2, weight: 0.5 }], 0.5) // => 1
 */
export function quantileOf(shares: readonly Weighted[], p: number): number {
  let sum = 0;
  for (const { value, weight } of shares) {
    sum += weight;
    if (sum >= p - ROUNDING) return value;
  }
  return shares.at(-1)!.value;
}

/**
 * The mean of weighted values, and the root of their mean squared distance from it.
 *
 * @param shares with weights that sum to 1
 * @example
 * momentsOf([{ value: 1, weight: 0.5 }, { value: 2, weight: 0.5 }]) // => { mean: 1.5, sd: 0.5 }
 */
export function momentsOf(shares: readonly Weighted[]): { readonly mean: number; readonly sd: number } {
  const mean = shares.reduce((sum, { value, weight }) => sum + value * weight, 0);
  const variance = shares.reduce((sum, { value, weight }) => sum + (value - mean) ** 2 * weight, 0);
  return { mean, sd: Math.sqrt(variance) };
}
