import { undefinedAs } from '../measured.js';
import { type Coefficient, corrected } from './coefficient.js';
import { fleissKappa } from './fleiss.js';
import { layoutOf } from './sums.js';

/**
 * Scott's π (Scott 1955, *Public Opin. Q.* 19:321): two coders, over the units that both rated; chance is Σ π_k² from the
 * ratings of both together. Without missing ratings it is Fleiss' κ of two coders.
 *
 * @example
 * scottPi.measure(sumsOf(nominalRatings([['a', 'a'], ['a', 'b'], ['b', 'b'], ['b', 'b'], ['a', null]]))) // => { value: 0.4666667, observed: 0.75, expected: 0.53125 }
 */
export const scottPi: Coefficient = {
  id: 'scott',
  name: "Scott's π",
  range: 'corrected',
  coders: 'two',
  formula: '(Po − Pe) / (1 − Pe), Pe = Σ π_k²',
  measure({ coders, categories, sums }) {
    if (coders !== 2) return { ...undefinedAs('for two coders only'), observed: null };
    const { pairs } = layoutOf(coders, categories);
    const units = sums[pairs]!;
    if (units === 0) return { ...undefinedAs('no unit was rated by both coders'), observed: null };
    let expected = 0;
    for (let k = pairs + 2; k < pairs + 2 + categories; k++)
      expected += ((sums[k]! + sums[k + categories]!) / (2 * units)) ** 2;
    return corrected(sums[pairs + 1]! / units, expected);
  },
  standardError(ratings) {
    if (ratings.coders !== 2) return undefinedAs('for two coders only');
    const both = [...Array(ratings.units).keys()].filter(
      (u) => ratings.codes[2 * u]! >= 0 && ratings.codes[2 * u + 1]! >= 0,
    );
    const codes = Int32Array.from(both.flatMap((u) => [ratings.codes[2 * u]!, ratings.codes[2 * u + 1]!]));
    return fleissKappa.standardError({ ...ratings, units: both.length, codes });
  },
};
