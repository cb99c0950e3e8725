import { type Measured, undefinedAs } from '../measured.js';

/**
 * Cliff's δ, how far two groups lie apart (Cliff 1993, *Psychol. Bull.* 114:494): of all pairs of a value of the first group
 * with one of the second, the share in which the first is larger less the share in which it is smaller; from −1 to 1, ties
 * count for neither. It needs no distribution and does not mind one large value. Undefined without two groups.
 *
 * @param first whose values make the first group
 * @example
 * cliffsDelta([4.2, 3.1, 5.6, 2, 1.1, 0.9, 2.2, 1.7], [true, true, true, true, false, false, false, false]) // => { value: 0.875 }
 * cliffsDelta([1, 2], [true, true]) // => { value: null, reason: 'only one group has values' }
 */
export function cliffsDelta(values: readonly number[], first: readonly boolean[]): Measured {
  const one = values.filter((_, i) => first[i]);
  const other = values.filter((_, i) => !first[i]);
  if (one.length === 0 || other.length === 0) return undefinedAs('only one group has values');
  let sum = 0;
  for (const a of one) for (const b of other) sum += Math.sign(a - b);
  return { value: sum / (one.length * other.length) };
}
