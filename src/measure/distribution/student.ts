import { betaLower } from './beta.js';
import { rootOf } from './root.js';

/** The probability that t is 0 … t away from 0 on one side: ½ I(t²/(df+t²); ½, df/2). */
function between(t: number, df: number): number {
  const whole = df + t * t;
  return betaLower((t * t) / whole, 0.5, df / 2, df / whole) / 2;
}

/** The probability that t is t or more, t ≥ 0: ½ I(df/(df+t²); df/2, ½). */
function upper(t: number, df: number): number {
  const whole = df + t * t;
  return betaLower(df / whole, df / 2, 0.5, (t * t) / whole) / 2;
}

/**
 * The value below which Student's t with `df` degrees of freedom falls with probability p, 0 < p < 1.
 *
 * @example
 * studentQuantile(0.975, 14) // => 2.144786688
 */
export function studentQuantile(p: number, df: number): number {
  if (p < 0.5) return -studentQuantile(1 - p, df);
  const tail = 1 - p;
  const excess = (t: number): number => (p < 0.75 ? between(t, df) - (p - 0.5) : tail - upper(t, df));
  let high = 1;
  while (excess(high) < 0) high *= 2;
  return rootOf(excess, 0, high);
}
