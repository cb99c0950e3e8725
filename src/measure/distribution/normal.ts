import { gammaTails } from './gamma.js';
import { rootOf } from './root.js';

/**
 * The probability that a standard normal variable is z or more: ½ Q(½, z²/2) for z ≥ 0.
 *
 * @example
 * normalUpper(1.959963985) // => 0.025
 * normalUpper(20) // => 2.753624119e-89
 */
export function normalUpper(z: number): number {
  const { lower, upper } = gammaTails(0.5, (z * z) / 2);
  return z < 0 ? 0.5 + lower / 2 : upper / 2;
}

/**
 * The value below which a standard normal variable falls with probability p, 0 < p < 1.
 *
 * @example
 * normalQuantile(0.975) // => 1.959963985
 */
export function normalQuantile(p: number): number {
  if (p === 0.5) return 0;
  const tail = Math.min(p, 1 - p);
  const z = rootOf((x) => tail - normalUpper(x), 0, 40);
  return p < 0.5 ? -z : z;
}
