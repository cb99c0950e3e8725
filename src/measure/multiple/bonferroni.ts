import { type PValue, adjusted } from './adjusted.js';

/**
 * p-values times the number of tests, at most 1 (Bonferroni; Dunn 1961). Holm's are never larger.
 *
 * @example
 * bonferroni([0.01, 0.04, 0.03, 0.5]) // => [0.04, 0.16, 0.12, 1]
 */
export function bonferroni(p: readonly PValue[]): PValue[] {
  return adjusted(p, (sorted) => sorted.map((value) => Math.min(1, sorted.length * value)));
}
