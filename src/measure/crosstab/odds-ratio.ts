import { rootOf } from '../distribution/root.js';
import { type Measured, undefinedAs } from '../measured.js';
import { hypergeometric, sumOf } from './hypergeometric.js';

/**
 * The odds ratio of a 2×2 table by conditional maximum likelihood: that under which the margins lead one to expect the
 * first cell as it is (Cornfield 1956; R's fisher.test gives it, and not ad/bc). 0 at the smallest first cell the margins
 * allow; without bound at the largest, and then undefined.
 *
 * @param table [[a, b], [c, d]]
 * @example
 * oddsRatio([[3, 1], [1, 3]]) // => { value: 6.408309 }
 * oddsRatio([[5, 0], [3, 6]]) // => { value: null, reason: 'without bound' }
 */
export function oddsRatio(table: readonly [readonly [number, number], readonly [number, number]]): Measured {
  const [[a, b], [c, d]] = table;
  const low = Math.max(0, a - d);
  const high = Math.min(a + b, a + c);
  if (low === high) return undefinedAs('the margins leave no choice');
  if (a === low) return { value: 0 };
  if (a === high) return undefinedAs('without bound');

  const excess = (logRatio: number): number => {
    const { low: first, probabilities } = hypergeometric(a + b, c + d, a + c, Math.exp(logRatio));
    return sumOf(probabilities.map((p, i) => p * (first + i))) - a;
  };
  let bound = 1;
  while (excess(bound) < 0 || excess(-bound) > 0) bound *= 2;
  return { value: Math.exp(rootOf(excess, -bound, bound)) };
}
