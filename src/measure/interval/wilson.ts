import { normalQuantile } from '../distribution/normal.js';
import { type Interval, type Measured, undefinedAs } from '../measured.js';

/**
 * The score interval of a proportion, without continuity correction (Wilson 1927; Newcombe 1998, method 3):
 * (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n). It stays within 0 … 1 and is no point at 0 or n of n. Undefined
 * where n = 0. It takes the n units as independent: of codings within few sources it is too narrow.
 *
 * @param count successes, of n
 * @param confidence the share of such intervals that hold the proportion; 0.95
 * @example
 * wilson(81, 263) // => { value: { low: 0.2552885, high: 0.3662096 } }
 * wilson(0, 20) // => { value: { low: 0, high: 0.1611251 } }
 * wilson(0, 0) // => { value: null, reason: 'nothing to divide by' }
 */
export function wilson(count: number, n: number, confidence = 0.95): Measured<Interval> {
  if (n <= 0) return undefinedAs('nothing to divide by');
  if (count < 0 || count > n) return undefinedAs('not a part of the whole');
  const z = standardErrors(confidence);
  const p = count / n;
  const share = (z * z) / n;
  const middle = (p + share / 2) / (1 + share);
  const half = (z * Math.sqrt((p * (1 - p)) / n + share / (4 * n))) / (1 + share);
  return { value: { low: count === 0 ? 0 : middle - half, high: count === n ? 1 : middle + half } };
}

const known = new Map<number, number>();

/** How many standard errors to either side; finding it takes far longer than all the rest, so it is kept. */
function standardErrors(confidence: number): number {
  let z = known.get(confidence);
  if (z === undefined) known.set(confidence, (z = normalQuantile((1 + confidence) / 2)));
  return z;
}
