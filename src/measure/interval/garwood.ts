import { chiSquareQuantile } from '../distribution/chi-square.js';
import type { Interval } from '../measured.js';

/**
 * The exact interval of a Poisson count (Garwood 1936, *Biometrika* 28:437): χ²(α/2; 2x)/2 … χ²(1−α/2; 2x+2)/2. It
 * takes the events as independent: of codings within few sources it is too narrow.
 *
 * @param count events, 0 or more
 * @param confidence the share of such intervals that hold the expected count, or more; 0.95
 * @example
 * garwood(7) // => { low: 2.814363, high: 14.42268 }
 * garwood(0) // => { low: 0, high: 3.688879 }
 */
export function garwood(count: number, confidence = 0.95): Interval {
  return {
    low: count === 0 ? 0 : chiSquareQuantile((1 - confidence) / 2, 2 * count) / 2,
    high: chiSquareQuantile((1 + confidence) / 2, 2 * count + 2) / 2,
  };
}
