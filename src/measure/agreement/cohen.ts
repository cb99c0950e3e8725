import { type Measured, undefinedAs } from '../measured.js';
import { type Agreement, type Coefficient, corrected } from './coefficient.js';
import { confusionOf } from './confusion.js';
import { type NominalSums, layoutOf } from './sums.js';

/**
 * Cohen's κ (Cohen 1960, *Educ. Psychol. Meas.* 20:37): two coders, over the units that both rated; chance is Σ p_k p'_k
 * from each coder's own shares. Undefined without variation, and for more than two coders (see Light's and Conger's). Its
 * standard error is that of Fleiss, Cohen and Everitt (1969).
 *
 * @example
 * cohenKappa.measure(sumsOf(nominalRatings([['a', 'a'], ['a', 'b'], ['b', 'b'], ['b', 'b']]))) // => { value: 0.5, observed: 0.75, expected: 0.5 }
 */
export const cohenKappa: Coefficient = {
  id: 'cohen',
  name: "Cohen's κ",
  range: 'corrected',
  coders: 'two',
  formula: "(Po − Pe) / (1 − Pe), Pe = Σ p_k p'_k",
  measure: (sums) =>
    sums.coders === 2 ? kappaOfPair(sums, 0) : { ...undefinedAs('for two coders only'), observed: null },
  standardError: (ratings) => {
    if (ratings.coders !== 2) return undefinedAs('for two coders only');
    return cohenErrors(confusionOf(ratings, 0, 1).counts).ofValue;
  },
};

/**
 * Cohen's κ of one pair of coders, over the units that both rated.
 *
 * @param pair 0 is the pair of the first coder with the second, then first with third …, then second with third …
 * @example
 * kappaOfPair(sumsOf(nominalRatings([['a', 'a', 'b'], ['b', 'b', 'b']])), 0) // => { value: 1, observed: 1, expected: 0.5 }
 */
export function kappaOfPair({ coders, categories, sums }: NominalSums, pair: number): Agreement {
  const { pairs, pairSize } = layoutOf(coders, categories);
  const at = pairs + pair * pairSize;
  const units = sums[at]!;
  if (units === 0) return { ...undefinedAs('no unit was rated by both coders'), observed: null };
  let expected = 0;
  for (let k = at + 2; k < at + 2 + categories; k++) expected += (sums[k]! * sums[k + categories]!) / units ** 2;
  return corrected(sums[at + 1]! / units, expected);
}

/**
 * The standard errors of Cohen's κ (Fleiss, Cohen & Everitt 1969, *Psychol. Bull.* 72:323): of the value, and under the
 * hypothesis that the coders agree by chance only.
 *
 * @param counts units by the first coder's category (rows) and the second's (columns)
 * @example
 * cohenErrors([[20, 5], [10, 15]]) // => { ofValue: { value: 0.1269961 }, ofChance: { value: 0.1385641 } }
 */
export function cohenErrors(counts: readonly (readonly number[])[]): {
  readonly ofValue: Measured;
  readonly ofChance: Measured;
} {
  const n = counts.flat().reduce((sum, count) => sum + count, 0);
  const p = counts.map((row) => row.map((count) => count / n));
  const rows = p.map((row) => row.reduce((sum, share) => sum + share, 0));
  const columns = rows.map((_, k) => p.reduce((sum, row) => sum + row[k]!, 0));
  const over = (term: (k: number) => number): number => rows.reduce((sum, _, k) => sum + term(k), 0);
  const kappa = corrected(
    over((k) => p[k]![k]!),
    over((k) => rows[k]! * columns[k]!),
  );
  if (n === 0 || kappa.value === null) {
    const none = undefinedAs(n === 0 ? 'no unit was rated by both coders' : 'no variation');
    return { ofValue: none, ofChance: none };
  }
  const { value, expected } = kappa;
  const agreeing = over((k) => p[k]![k]! * (1 - (rows[k]! + columns[k]!) * (1 - value)) ** 2);
  const apart = over((i) => over((j) => (i === j ? 0 : p[i]![j]! * (columns[i]! + rows[j]!) ** 2)));
  const ofValue = agreeing + (1 - value) ** 2 * apart - (value - expected * (1 - value)) ** 2;
  const ofChance = expected + expected ** 2 - over((k) => rows[k]! * columns[k]! * (rows[k]! + columns[k]!));
  const error = (variance: number): Measured => ({ value: Math.sqrt(Math.max(0, variance) / n) / (1 - expected) });
  return { ofValue: error(ofValue), ofChance: error(ofChance) };
}
