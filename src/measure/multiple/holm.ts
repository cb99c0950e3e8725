import { type PValue, adjusted } from './adjusted.js';

/**
 * p-values adjusted for the chance of any false rejection (Holm 1979, *Scand. J. Statist.* 6:65): of the i-th smallest of
 * n, the greatest of min(1, (n−j+1) p₍ⱼ₎) over j ≤ i, in the order given. Whatever the tests depend on.
 *
 * @example
 * holm([0.01, 0.04, 0.03, 0.5]) // => [0.04, 0.09, 0.09, 0.5]
 */
export function holm(p: readonly PValue[]): PValue[] {
  return adjusted(p, (sorted) => {
    let most = 0;
    return sorted.map((value, i) => (most = Math.max(most, Math.min(1, (sorted.length - i) * value))));
  });
}
