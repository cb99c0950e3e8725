import { type Measured, undefinedAs } from '../measured.js';
import type { Frequencies } from './incidence.js';

/**
 * The first-order jackknife of the number of codes: S + Q1 (T−1)/T (Burnham & Overton 1979).
 *
 * @example
 * jackknife1({ sources: 5, codes: [], observed: 7, once: 4, twice: 0, incidences: 19 }) // => { value: 10.2 }
 */
export function jackknife1({ sources, observed, once }: Frequencies): Measured {
  if (observed === 0) return undefinedAs('no code occurs');
  return { value: observed + (once * (sources - 1)) / sources };
}

/**
 * The second-order jackknife: S + Q1 (2T−3)/T − Q2 (T−2)² / (T (T−1)) (Burnham & Overton 1979). Undefined for one source.
 *
 * @example
 * jackknife2({ sources: 5, codes: [], observed: 7, once: 4, twice: 0, incidences: 19 }) // => { value: 12.6 }
 */
export function jackknife2({ sources, observed, once, twice }: Frequencies): Measured {
  if (observed === 0) return undefinedAs('no code occurs');
  if (sources < 2) return undefinedAs('fewer than two sources');
  const second = (twice * (sources - 2) ** 2) / (sources * (sources - 1));
  return { value: observed + (once * (2 * sources - 3)) / sources - second };
}
