import { undefinedAs } from '../measured.js';
import type { Association } from './association.js';
import { lift } from './lift.js';

/**
 * Pointwise mutual information in bits (Church & Hanks 1990): log₂ of the lift; 0 is chance. Undefined (minus infinity)
 * where the codes never meet. It is largest for the rarest codes, so ask for a minimum count.
 *
 * @example
 * pmi.measure({ both: 5, first: 100, second: 10, units: 400 }) // => { value: 1 }
 * pmi.measure({ both: 0, first: 12, second: 9, units: 60 }) // => { value: null, reason: 'the codes never meet' }
 */
export const pmi: Association = {
  id: 'pmi',
  name: 'PMI',
  formula: 'log2(n11 · N / (n1 · n2))',
  needsUnits: true,
  measure(counts) {
    const times = lift.measure(counts);
    if (times.value === null) return times;
    if (times.value === 0) return undefinedAs('the codes never meet');
    return { value: Math.log2(times.value) };
  },
};
