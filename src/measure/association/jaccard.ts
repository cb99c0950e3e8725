import { wilson } from '../interval/wilson.js';
import { ABOVE, type Association } from './association.js';

/**
 * Jaccard's coefficient (Jaccard 1901): the share of units with either code that have both. ATLAS.ti's c-coefficient
 * is this. Its interval is Wilson's, of n11 of the units with either code. Counted over pairs of overlapping segments it
 * can pass 1; it is flagged then, never clamped.
 *
 * @example
 * jaccard.measure({ both: 5, first: 100, second: 10, units: 400 }) // => { value: 0.04761905 }
 * jaccard.interval({ both: 5, first: 100, second: 10, units: 400 }) // => { value: { low: 0.02050917, high: 0.1066617 } }
 */
export const jaccard: Association = {
  id: 'jaccard',
  name: 'Jaccard',
  formula: 'n11 / (n1 + n2 − n11)',
  needsUnits: false,
  measure({ both, first, second }) {
    const either = first + second - both;
    if (first === 0 && second === 0) return { value: null, reason: 'neither code occurs' };
    if (either <= 0) return { value: null, reason: 'more pairs of segments than segments' };
    const value = both / either;
    return value > 1 ? { value, flag: ABOVE } : { value };
  },
  interval: ({ both, first, second }, confidence) => wilson(both, first + second - both, confidence),
};
