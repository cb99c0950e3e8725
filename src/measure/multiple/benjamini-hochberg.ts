import { type PValue, adjusted } from './adjusted.js';

/**
 * p-values adjusted for the false discovery rate (Benjamini & Hochberg 1995, *JRSS B* 57:289): of the i-th smallest of n,
 * the least of min(1, n p₍ⱼ₎ / j) over j ≥ i, in the order given. Of all those found at or below 0.05, 5% are expected to
 * be false, where the tests are independent or depend positively. Tests without a p are no tests: they stay null and do
 * not count in n.
 *
 * @example
 * benjaminiHochberg([0.01, 0.04, 0.03, 0.5]) // => [0.04, 0.0533333, 0.0533333, 0.5]
 * benjaminiHochberg([0.01, null]) // => [0.01, null]
 */
export function benjaminiHochberg(p: readonly PValue[]): PValue[] {
  return adjusted(p, (sorted) => {
    const n = sorted.length;
    let least = 1;
    const result = new Array<number>(n);
    for (let i = n - 1; i >= 0; i--) result[i] = least = Math.min(least, (n * sorted[i]!) / (i + 1));
    return result;
  });
}
