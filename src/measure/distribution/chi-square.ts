import { gammaTails } from './gamma.js';
import { rootOf } from './root.js';

/**
 * The probability that chi-square with `df` degrees of freedom is x or more: Q(df/2, x/2).
 *
 * @example
 * chiSquareUpper(3.841458821, 1) // => 0.05
 * chiSquareUpper(300, 10) // => 1.554674754e-58
 */
export function chiSquareUpper(x: number, df: number): number {
  return gammaTails(df / 2, x / 2).upper;
}

/**
 * The value below which chi-square with `df` degrees of freedom falls with probability p, 0 ≤ p < 1.
 *
 * @example
 * chiSquareQuantile(0.95, 1) // => 3.841458821
 */
export function chiSquareQuantile(p: number, df: number): number {
  if (p <= 0) return 0;
  const excess = (x: number): number => {
    const { lower, upper } = gammaTails(df / 2, x / 2);
    return p < 0.5 ? lower - p : 1 - p - upper;
  };
  let high = df;
  while (excess(high) < 0) high *= 2;
  return rootOf(excess, 0, high);
}
