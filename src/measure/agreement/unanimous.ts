import { type Measured, undefinedAs } from '../measured.js';
import type { Ratings } from './ratings.js';

/**
 * The share of units that all coders rated alike, of those that all rated.
 *
 * @example
 * unanimous([['a', 'a', 'a'], ['a', 'a', 'b'], ['b', 'b', null]]) // => { value: 0.5 }
 */
export function unanimous(ratings: Ratings<string>): Measured {
  const coders = ratings.reduce((most, unit) => Math.max(most, unit.length), 0);
  if (coders < 2) return undefinedAs('fewer than two coders');
  const whole = ratings.filter((unit) => unit.length === coders && !unit.includes(null));
  if (whole.length === 0) return undefinedAs('no unit was rated by all coders');
  return { value: whole.filter((unit) => unit.every((rating) => rating === unit[0])).length / whole.length };
}
