import { wilson } from '../interval/wilson.js';
import { undefinedAs } from '../measured.js';
import { ABOVE, type Association } from './association.js';

/**
 * The share of the units with the first code that have the second too, P(second | first). Not symmetric: a rare code
 * within a common one is nearly always met by it, and hardly ever the other way round. Its interval is Wilson's. Over pairs
 * of overlapping segments it can pass 1; it is flagged then, never clamped.
 *
 * @example
 * conditional.measure({ both: 5, first: 100, second: 10, units: 400 }) // => { value: 0.05 }
 * conditional.interval({ both: 5, first: 100, second: 10, units: 400 }) // => { value: { low: 0.02154368, high: 0.1117504 } }
 * conditional.measure({ both: 0, first: 0, second: 10, units: 400 }) // => { value: null, reason: 'the first code does not occur' }
 */
export const conditional: Association = {
  id: 'conditional',
  name: 'Conditional',
  formula: 'n11 / n1, of the units with the first code those with the second',
  needsUnits: false,
  measure({ both, first }) {
    if (first === 0) return undefinedAs('the first code does not occur');
    const value = both / first;
    return value > 1 ? { value, flag: ABOVE } : { value };
  },
  interval: ({ both, first }, confidence) => wilson(both, first, confidence),
};
