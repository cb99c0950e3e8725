import { smallestCovers } from './cover.js';
import { type Implicant, byReading, covers, primeImplicants } from './implicant.js';

/** Products that together cover what leads to the outcome, in reading order. */
export type Model = readonly Implicant[];

/**
 * All shortest sums of prime implicants that cover the configurations with the outcome. `free` configurations may be
 * covered or not. Several models may tie; all are returned, or null where they are too many to be listed.
 *
 * @param positive configurations with the outcome; without any there is no model
 * @param free configurations that are taken either way: remainders, or the easy ones among them
 */
export function minimise(
  positive: readonly number[],
  free: readonly number[],
  conditions: number,
): readonly Model[] | null {
  if (positive.length === 0) return [];
  const primes = primeImplicants([...positive, ...free], conditions);
  const useful = primes.filter((prime) => positive.some((one) => covers(prime, one)));
  const ways = positive.map((one) => useful.flatMap((prime, i) => (covers(prime, one) ? [i] : [])));
  return smallestCovers(ways)?.map((chosen) => chosen.map((i) => useful[i]!).sort(byReading)) ?? null;
}
