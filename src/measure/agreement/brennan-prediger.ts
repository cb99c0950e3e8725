import { type Coefficient, chanceCorrected } from './coefficient.js';

/**
 * Brennan and Prediger's κₙ (1981, *Educ. Psychol. Meas.* 41:687), which MAXQDA prints as kappa: chance is 1/q, with q the
 * number of categories of the codebook, used or not. A longer codebook makes it larger, whatever the coders do.
 *
 * @example
 * brennanPrediger.measure(sumsOf(nominalRatings([['a', 'a'], ['a', 'b'], ['b', 'b'], ['b', 'b']]))) // => { value: 0.5, observed: 0.75, expected: 0.5 }
 */
export const brennanPrediger: Coefficient = chanceCorrected({
  id: 'brennan-prediger',
  name: 'Brennan–Prediger',
  needsCategories: true,
  formula: '(Po − 1/q) / (1 − 1/q)',
  chance: ({ categories }) => ({ value: { expected: 1 / categories, ofUnit: () => 1 / categories } }),
});
