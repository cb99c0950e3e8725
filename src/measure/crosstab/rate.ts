import { garwood } from '../interval/garwood.js';
import { type Interval, type Measured, undefinedAs } from '../measured.js';

/** A rate with its exact interval. */
export interface Rate {
  readonly rate: number;
  readonly interval: Interval;
}

/**
 * A count per so many words, with Garwood's interval of the count divided alike: count · per / words. Undefined where
 * there are no words. Rates per words of Chinese and of English sources do not compare.
 *
 * @param words what the count is divided by: words, characters, sources …
 * @param per 1,000 for a rate per thousand
 * @example
 * rate(7, 4604, 1000) // => { value: { rate: 1.520417, interval: { low: 0.6112865, high: 3.13264 } } }
 */
export function rate(count: number, words: number, per = 1000, confidence = 0.95): Measured<Rate> {
  if (words <= 0) return undefinedAs('nothing to divide by');
  const { low, high } = garwood(count, confidence);
  const scale = (value: number): number => (value / words) * per;
  return { value: { rate: scale(count), interval: { low: scale(low), high: scale(high) } } };
}
