import { type Coefficient, chanceCorrected } from './coefficient.js';
import { sharesOf } from './shares.js';

/**
 * Fleiss' κ (Fleiss 1971, *Psychol. Bull.* 76:378), for any number of coders, missing ratings allowed as in Gwet (2014):
 * chance is Σ π_k², with π_k the mean over rated units of r_k / r. Without variation undefined. Where one category is
 * nearly all it is low at high agreement: print both.
 *
 * @example
 * fleissKappa.measure(sumsOf(nominalRatings([['a', 'a'], ['a', 'b'], ['b', 'b'], ['b', 'b']]))) // => { value: 0.4666667, observed: 0.75, expected: 0.53125 }
 */
export const fleissKappa: Coefficient = chanceCorrected({
  id: 'fleiss',
  name: "Fleiss' κ",
  formula: '(Po − Pe) / (1 − Pe), Pe = Σ π_k²',
  chance(sums) {
    const shares = sharesOf(sums);
    return {
      value: {
        expected: shares.reduce((sum, share) => sum + share * share, 0),
        ofUnit: (counts, rated) => shares.reduce((sum, share, k) => sum + share * counts[k]!, 0) / rated,
      },
    };
  },
});
