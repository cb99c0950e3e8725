import { undefinedAs } from '../measured.js';
import { kappaOfPair } from './cohen.js';
import type { Agreement, Coefficient } from './coefficient.js';

/**
 * Light's κ (Light 1971, *Psychol. Bull.* 76:365): the mean of Cohen's κ over the pairs of coders, each over the units both
 * rated. Undefined where one of them is. `observed` and `expected` are means alike.
 *
 * @example
 * lightKappa.measure(sumsOf(nominalRatings([['a', 'a', 'a'], ['b', 'b', 'a'], ['a', 'a', 'a'], ['b', 'b', 'b']]))) // => { value: 0.6666667, observed: 0.8333333, expected: 0.5 }
 */
export const lightKappa: Coefficient = {
  id: 'light',
  name: "Light's κ",
  range: 'corrected',
  coders: 'several',
  isMeanOfPairs: true,
  formula: "mean over pairs of coders of Cohen's κ",
  measure(sums): Agreement {
    const pairs = (sums.coders * (sums.coders - 1)) / 2;
    if (pairs === 0) return { ...undefinedAs('fewer than two coders'), observed: null };
    let value = 0;
    let observed = 0;
    let expected = 0;
    for (let pair = 0; pair < pairs; pair++) {
      const kappa = kappaOfPair(sums, pair);
      if (kappa.value === null) return { ...undefinedAs(kappa.reason), observed: null, pair };
      value += kappa.value / pairs;
      observed += kappa.observed / pairs;
      expected += kappa.expected / pairs;
    }
    return { value, observed, expected };
  },
  standardError: () => undefinedAs('resample the sources'),
};
