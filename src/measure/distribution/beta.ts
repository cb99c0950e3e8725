import { binomialDensity } from './density.js';
import { continuedFraction } from './fraction.js';
import { rootOf } from './root.js';

/**
 * The incomplete beta function, regularised: I_x(a, b), for a, b > 0 and 0 ≤ x ≤ 1. The continued fraction of DiDonato &
 * Morris (1992, eq. 9), on the side where it is short.
 *
 * @param y 1 − x, given by itself so that a small one keeps its digits
 * @example
 * betaLower(0.1, 2, 3) // => 0.0523
 */
export function betaLower(x: number, a: number, b: number, y = 1 - x): number {
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  return x > a / (a + b) ? 1 - byFraction(y, x, b, a) : byFraction(x, y, a, b);
}

/** x^a y^b / B(a, b) over the fraction. */
function byFraction(x: number, y: number, a: number, b: number): number {
  const scale = a * y - b * x + 1;
  const numerator = (n: number): number => ((a + n - 1) * (a + b + n - 1) * n * (b - n) * x * x) / (a + 2 * n - 1) ** 2;
  const denominator = (n: number): number =>
    n + (n === 0 ? 0 : (n * (b - n) * x) / (a + 2 * n - 1)) + ((a + n) * (scale + n * (1 + y))) / (a + 2 * n + 1);
  const fraction = continuedFraction(numerator, denominator);
  return (binomialDensity(a, b, x, y) * a * b) / (a + b) / fraction;
}

/**
 * The value below which a beta variable falls with probability p, 0 ≤ p ≤ 1.
 *
 * @example
 * betaQuantile(0.025, 3, 10) // => 0.05486064453
 */
export function betaQuantile(p: number, a: number, b: number): number {
  if (p <= 0) return 0;
  if (p >= 1) return 1;
  return rootOf((x) => betaLower(x, a, b) - p, 0, 1);
}
