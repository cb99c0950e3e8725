import { undefinedAs } from '../measured.js';
import type { Association } from './association.js';
import { lift } from './lift.js';

/**
 * Normalised pointwise mutual information (Bouma 2009): PMI / −log₂(n11/N), from −1 (never together, by convention) over 0
 * (chance) to 1 (never apart). Undefined where every unit has both codes.
 *
 * @example
 * npmi.measure({ both: 5, first: 100, second: 10, units: 400 }) // => { value: 0.1581796 }
 * npmi.measure({ both: 0, first: 12, second: 9, units: 60 }) // => { value: -1 }
 */
export const npmi: Association = {
  id: 'npmi',
  name: 'NPMI',
  formula: 'PMI / −log2(n11 / N)',
  needsUnits: true,
  measure(counts) {
    const times = lift.measure(counts);
    if (times.value === null) return times;
    if (counts.both === 0) return { value: -1 };
    if (counts.both === counts.units) return undefinedAs('every unit has both codes');
    return { value: Math.log2(times.value) / -Math.log2(counts.both / counts.units!) };
  },
};
