import { gSquared } from '../crosstab/g-squared.js';
import type { Association } from './association.js';
import { fourfold, rowsOf } from './fourfold.js';

/**
 * The likelihood ratio of two codes over all units (Dunning 1993): 2 Σ O ln(O/E), one degree of freedom. It has no sign:
 * where the codes meet less often than by chance, that is flagged. It grows with the number of units, and units of one
 * interview are not independent.
 *
 * @example
 * g2.measure({ both: 4, first: 7, second: 6, units: 24 }) // => { value: 5.116215 }
 * g2.measure({ both: 0, first: 12, second: 9, units: 60 }) // => { value: 4.397644, flag: 'less often together than by chance' }
 */
export const g2: Association = {
  id: 'g2',
  name: 'G²',
  formula: '2 Σ O ln(O / E)',
  needsUnits: true,
  measure(counts) {
    const table = fourfold(counts);
    if (table.value === null) return table;
    const test = gSquared(rowsOf(table.value));
    if (test.value === null) return { value: null, reason: 'one of the codes is in no unit or in all' };
    const { both, first, second } = counts;
    const apart = both * table.value.units < first * second;
    return { value: test.value.statistic, ...(apart && { flag: 'less often together than by chance' }) };
  },
};
