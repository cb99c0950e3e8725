import { undefinedAs } from '../measured.js';
import type { Association } from './association.js';

/**
 * Dice's coefficient (Dice 1945; Sørensen 1948): twice the units with both codes over the sum of those with each. The
 * same order as Jaccard's, J = D / (2 − D), on a scale that is kinder to small overlaps. Counted over pairs of
 * overlapping segments it can pass 1; it is flagged then, never clamped.
 *
 * @example
 * dice.measure({ both: 5, first: 100, second: 10, units: 400 }) // => { value: 0.09090909 }
 */
export const dice: Association = {
  id: 'dice',
  name: 'Dice',
  formula: '2 n11 / (n1 + n2)',
  needsUnits: false,
  measure({ both, first, second }) {
    if (first + second === 0) return undefinedAs('neither code occurs');
    const value = (2 * both) / (first + second);
    return value > 1 ? { value, flag: 'above 1: segments overlap several others' } : { value };
  },
};
