import { undefinedAs } from '../measured.js';
import { type Coefficient, chanceCorrected } from './coefficient.js';
import { sharesOf } from './shares.js';

/**
 * Gwet's AC1 (Gwet 2008, *Br. J. Math. Stat. Psychol.* 61:29): chance is Σ π_k (1 − π_k) / (q − 1), with π_k the mean over
 * rated units of r_k / r and q the number of categories of the codebook, used or not. It stays high where one category
 * is nearly all (the kappa paradox); whether that is a virtue is disputed.
 *
 * @example
 * gwetAC1.measure(sumsOf(nominalRatings([['a', 'a'], ['a', 'b'], ['b', 'b'], ['b', 'b']]))) // => { value: 0.5294118, observed: 0.75, expected: 0.46875 }
 */
export const gwetAC1: Coefficient = chanceCorrected({
  id: 'ac1',
  name: "Gwet's AC1",
  needsCategories: true,
  formula: '(Po − Pe) / (1 − Pe), Pe = Σ π_k (1 − π_k) / (q − 1)',
  chance(sums) {
    const others = sums.categories - 1;
    if (others < 1) return undefinedAs('no variation');
    const shares = sharesOf(sums);
    const of = (weigh: (share: number, k: number) => number): number =>
      shares.reduce((sum, share, k) => sum + weigh(share, k) * (1 - share), 0) / others;
    return {
      value: {
        expected: of((share) => share),
        ofUnit: (counts, rated) => of((_, k) => counts[k]! / rated),
      },
    };
  },
});
