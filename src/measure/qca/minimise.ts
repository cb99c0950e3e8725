import { type Implicant, byReading, covers, primeImplicants } from './implicant.js';

/** Products that together cover what leads to the outcome, in reading order. */
export type Model = readonly Implicant[];

/**
 * All shortest sums of prime implicants that cover the configurations with the outcome. `free` configurations may be
 * covered or not. Several models may tie; all are returned.
 *
 * @param positive configurations with the outcome; without any there is no model
 * @param free configurations that are taken either way: remainders, or the easy ones among them
 */
export function minimise(positive: readonly number[], free: readonly number[], conditions: number): readonly Model[] {
  if (positive.length === 0) return [];
  const primes = primeImplicants([...positive, ...free], conditions);
  const useful = primes.filter((prime) => positive.some((one) => covers(prime, one)));
  const ways = positive.map((one) => useful.flatMap((prime, i) => (covers(prime, one) ? [i] : [])));
  return shortestCovers(ways).map((chosen) => chosen.map((i) => useful[i]!).sort(byReading));
}

/**
 * All smallest sets of columns that hold a way for each row: deepened a column at a time, always at the row with the
 * fewest ways.
 *
 * @param ways by row: the columns that cover it
 */
function shortestCovers(ways: readonly (readonly number[])[]): number[][] {
  for (let most = 1; ; most++) {
    const found = new Map<string, number[]>();
    const extend = (chosen: readonly number[]): void => {
      const open = ways.filter((columns) => !columns.some((column) => chosen.includes(column)));
      if (open.length === 0) {
        const cover = [...chosen].sort((a, b) => a - b);
        found.set(cover.join(), cover);
        return;
      }
      if (chosen.length === most) return;
      const tightest = open.reduce((least, columns) => (columns.length < least.length ? columns : least));
      for (const column of tightest) extend([...chosen, column]);
    };
    extend([]);
    if (found.size > 0) return [...found.values()].sort((a, b) => compare(a, b));
  }
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}
