import { stirlingError } from './log-gamma.js';

/**
 * x log(x/m) + m − x, m where x = 0, without the cancellation near x = m: Loader's deviance part (Loader 2000, *Fast and
 * accurate computation of binomial probabilities*). Never negative.
 *
 * @example
 * deviance(3, 2) // => 0.2163953
 */
export function deviance(x: number, m: number): number {
  if (x === 0) return m;
  if (Math.abs(x - m) >= 0.1 * (x + m)) return x * Math.log(x / m) + m - x;
  const v = (x - m) / (x + m);
  let sum = (x - m) * v;
  let term = 2 * x * v;
  for (let j = 3; ; j += 2) {
    term *= v * v;
    const next = sum + term / j;
    if (next === sum) return sum;
    sum = next;
  }
}

/**
 * λˣ e^−λ / Γ(x+1), for real x ≥ 0: the Poisson probability where x is whole (Loader 2000).
 *
 * @example
 * poissonDensity(3, 2) // => 0.1804470443
 */
export function poissonDensity(x: number, lambda: number): number {
  if (x === 0) return Math.exp(-lambda);
  return Math.exp(-stirlingError(x) - deviance(x, lambda)) / Math.sqrt(2 * Math.PI * x);
}

/**
 * Γ(a+b+1) / (Γ(a+1) Γ(b+1)) · pᵃ qᵇ, for real a, b > 0: the binomial probability where they are whole (Loader 2000).
 *
 * @param q 1 − p, given by itself so that a small one keeps its digits
 * @example
 * binomialDensity(3, 2, 0.5, 0.5) // => 0.3125
 */
export function binomialDensity(a: number, b: number, p: number, q: number): number {
  const n = a + b;
  const exponent = stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * p) - deviance(b, n * q);
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * a * b));
}
