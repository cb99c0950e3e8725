import { type Measured, undefinedAs } from '../measured.js';
import { hypergeometric, sumOf } from './hypergeometric.js';

/** Probabilities count as no larger than that of the table observed up to this relative difference, as in R. */
export const TIE = 1e-7;

/** Fisher's exact test of a 2×2 table. */
export interface FisherTest {
  /** The probability of the tables that are no likelier than this one. */
  readonly twoSided: number;
  /** That of a first cell as small or smaller. */
  readonly less: number;
  /** That of a first cell as large or larger. */
  readonly greater: number;
}

/**
 * Fisher's exact test of a 2×2 table, its margins taken as fixed (Fisher 1935). Two-sided is the sum of the probabilities
 * no larger than that of the table (relative tolerance 1e-7), as R's fisher.test has it, not twice the smaller tail.
 *
 * @param table [[a, b], [c, d]]
 * @example
 * fisher([[3, 1], [1, 3]]) // => { value: { twoSided: 0.4857143, less: 0.9857143, greater: 0.2428571 } }
 */
export function fisher(table: readonly [readonly [number, number], readonly [number, number]]): Measured<FisherTest> {
  const [[a, b], [c, d]] = table;
  if (a + b + c + d === 0) return undefinedAs('nothing was counted');
  const { low, probabilities } = hypergeometric(a + b, c + d, a + c);
  // Where the table is not among them, it is less likely than any number says.
  const observed = probabilities[a - low] ?? 0;
  const upTo = (count: number): number => Math.max(0, count - low);
  return {
    value: {
      twoSided: shareOf(probabilities.filter((p) => p <= observed * (1 + TIE))),
      less: shareOf(probabilities.subarray(0, upTo(a + 1))),
      greater: shareOf(probabilities.subarray(upTo(a))),
    },
  };
}

/** Rounding makes no share larger than 1. */
function shareOf(probabilities: Float64Array): number {
  return Math.min(1, sumOf(probabilities));
}
