import { undefinedAs } from '../measured.js';
import type { Association } from './association.js';
import { fourfold } from './fourfold.js';

/**
 * Lift (Brin et al. 1997): how many times as often the codes meet as if they were laid without regard to each other.
 * 1 is chance. Large values come from rare codes: look at the counts.
 *
 * @example
 * lift.measure({ both: 5, first: 100, second: 10, units: 400 }) // => { value: 2 }
 */
export const lift: Association = {
  id: 'lift',
  name: 'Lift',
  formula: 'n11 · N / (n1 · n2)',
  needsUnits: true,
  measure(counts) {
    const table = fourfold(counts);
    if (table.value === null) return table;
    const { both, first, second } = counts;
    if (first === 0 || second === 0) return undefinedAs('one of the codes does not occur');
    return { value: (both * table.value.units) / (first * second) };
  },
};
