import { type Coefficient, chanceCorrected } from './coefficient.js';

/**
 * Percent agreement: the mean, over units with two ratings or more, of the share of their pairs of ratings that agree,
 * Σ r_k (r_k − 1) / (r (r − 1)). Easy to read and easily high: of a code that is in hardly any unit, coders who never
 * apply it agree nearly always.
 *
 * @example
 * percentAgreement.measure(sumsOf(nominalRatings([['a', 'a'], ['a', 'b'], ['b', null]]))) // => { value: 0.5, observed: 0.5, expected: 0 }
 */
export const percentAgreement: Coefficient = chanceCorrected({
  id: 'percent',
  name: 'Percent agreement',
  // Nothing is taken off for chance.
  range: 'share',
  formula: 'mean over units of Σ r_k (r_k − 1) / (r (r − 1))',
  chance: () => ({ value: { expected: 0, ofUnit: () => 0 } }),
});
