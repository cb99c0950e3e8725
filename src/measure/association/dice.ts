import { undefinedAs } from '../measured.js';
import { ABOVE, type Association } from './association.js';
import { jaccard } from './jaccard.js';

/**
 * Dice's coefficient (Dice 1945; Sørensen 1948): twice the units with both codes over the sum of those with each. The
 * same order as Jaccard's, J = D / (2 − D), on a scale that is kinder to small overlaps; its interval is Jaccard's on that
 * scale. Counted over pairs of overlapping segments it can pass 1; it is flagged then, never clamped.
 *
 * @example
 * dice.measure({ both: 5, first: 100, second: 10, units: 400 }) // => { value: 0.09090909 }
 * dice.interval({ both: 5, first: 100, second: 10, units: 400 }) // => { value: { low: 0.04019399, high: 0.1927629 } }
 */
export const dice: Association = {
  id: 'dice',
  name: 'Dice',
  formula: '2 n11 / (n1 + n2)',
  needsUnits: false,
  measure({ both, first, second }) {
    if (first + second === 0) return undefinedAs('neither code occurs');
    const value = (2 * both) / (first + second);
    return value > 1 ? { value, flag: ABOVE } : { value };
  },
  interval(counts, confidence) {
    const share = jaccard.interval!(counts, confidence);
    if (share.value === null) return share;
    const { low, high } = share.value;
    return { value: { low: (2 * low) / (1 + low), high: (2 * high) / (1 + high) } };
  },
};
