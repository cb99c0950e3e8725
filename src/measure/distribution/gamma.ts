import { poissonDensity } from './density.js';
import { continuedFraction } from './fraction.js';

/**
 * The incomplete gamma functions, regularised: P(a, x) below x and Q(a, x) above, for a > 0 and x ≥ 0. The smaller tail
 * is computed as such, by its series or its continued fraction (Abramowitz & Stegun 1964, 6.5.29 and 6.5.31); only the
 * larger one is 1 less the other.
 *
 * @example
 * gammaTails(2, 3) // => { lower: 0.8008517265, upper: 0.1991482735 }
 */
export function gammaTails(a: number, x: number): { readonly lower: number; readonly upper: number } {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (!Number.isFinite(x)) return { lower: 1, upper: 0 };
  if (x < a + 1) {
    const lower = poissonDensity(a, x) * series(a, x);
    return { lower, upper: 1 - lower };
  }
  const fraction = continuedFraction(
    (i) => -i * (i - a),
    (i) => x + 2 * i + 1 - a,
  );
  const upper = (poissonDensity(a, x) * a) / fraction;
  return { lower: 1 - upper, upper };
}

/** 1 + x/(a+1) + x²/((a+1)(a+2)) + … */
function series(a: number, x: number): number {
  let sum = 1;
  let term = 1;
  for (let i = 1; term > sum * 1e-17; i++) {
    term *= x / (a + i);
    sum += term;
  }
  return sum;
}
