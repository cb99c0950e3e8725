import { undefinedAs } from '../measured.js';
import type { Association } from './association.js';
import { fourfold } from './fourfold.js';

/**
 * The correlation of two codes over all units (Yule 1912; Pearson 1900): (n11 n00 − n10 n01) / √(n1. n0. n.1 n.0), from −1
 * to 1. Codes of unequal frequency cannot reach 1. Undefined where a code is in no unit or in all.
 *
 * @example
 * phi.measure({ both: 4, first: 7, second: 6, units: 24 }) // => { value: 0.4763305 }
 */
export const phi: Association = {
  id: 'phi',
  name: 'Phi',
  formula: '(n11 n00 − n10 n01) / √(n1 (N − n1) n2 (N − n2))',
  needsUnits: true,
  measure(counts) {
    const table = fourfold(counts);
    if (table.value === null) return table;
    const { both, onlyFirst, onlySecond, neither, units } = table.value;
    const { first, second } = counts;
    const scale = Math.sqrt(first * (units - first)) * Math.sqrt(second * (units - second));
    if (scale === 0) return undefinedAs('one of the codes is in no unit or in all');
    return { value: (both * neither - onlyFirst * onlySecond) / scale };
  },
};
