import { fisher } from '../crosstab/fisher.js';
import { undefinedAs } from '../measured.js';
import type { Association } from './association.js';
import { fourfold, rowsOf } from './fourfold.js';

/**
 * The two-sided p of Fisher's exact test of two codes over all units. Small p is strong evidence of *some* association, of
 * either direction and any size; units of one interview are not independent, so it is smaller than it should be.
 * Undefined where a code is in no unit or in all: the margins allow this table only, which tests nothing.
 *
 * @example
 * fisherOfPair.measure({ both: 4, first: 7, second: 6, units: 24 }) // => { value: 0.03806948 }
 */
export const fisherOfPair: Association = {
  id: 'fisher',
  name: "Fisher's p",
  formula: 'two-sided p of the 2×2 table: the sum of the probabilities no larger than its own',
  needsUnits: true,
  measure(counts) {
    const table = fourfold(counts);
    if (table.value === null) return table;
    const { first, second, units } = counts;
    if ([first, second].some((count) => count === 0 || count === units))
      return undefinedAs('one of the codes is in no unit or in all');
    const test = fisher(rowsOf(table.value));
    return test.value === null ? test : { value: test.value.twoSided };
  },
};
