import { undefinedAs } from '../measured.js';
import type { Association } from './association.js';

/**
 * The same association, undefined for pairs that meet in fewer units: one meeting of two rare codes has the largest lift
 * there is.
 *
 * @param minimum units that a pair must share
 * @example
 * atLeast(pmi, 3).measure({ both: 2, first: 2, second: 2, units: 400 }) // => { value: null, reason: 'fewer than 3 units with both codes' }
 */
export function atLeast(association: Association, minimum: number): Association {
  return {
    ...association,
    measure: (counts) =>
      counts.both < minimum ? undefinedAs(`fewer than ${minimum} units with both codes`) : association.measure(counts),
  };
}
