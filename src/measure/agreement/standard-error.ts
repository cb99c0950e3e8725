import { studentQuantile } from '../distribution/student.js';
import { type Interval, type Measured, undefinedAs } from '../measured.js';
import type { Chance } from './coefficient.js';
import { NOT_RATED_BY_TWO, type NominalRatings } from './ratings.js';
import { type NominalSums, countInto, sumsOf } from './sums.js';

/**
 * The standard error of a coefficient (observed − expected) / (1 − expected) by Gwet's linearisation over units (Gwet
 * 2014, ch. 5; the R package irrCAC): n counts all rated units, those with a single rating too. Units are taken as independent;
 * where they come from few sources, resample the sources instead.
 *
 * @example
 * standardErrorOf(nominalRatings([['a', 'a'], ['a', 'b'], ['b', 'b']]), () => ({ value: { expected: 0, ofUnit: () => 0 } })) // => { value: 0.3333333 }
 */
export function standardErrorOf(ratings: NominalRatings, chance: (sums: NominalSums) => Measured<Chance>): Measured {
  const by = chance(sumsOf(ratings));
  if (by.value === null) return by;
  const { expected, ofUnit } = by.value;
  const counts = new Float64Array(ratings.categories.length);
  const shares: number[] = [];
  const chances: number[] = [];
  let pairable = 0;
  for (let unit = 0; unit < ratings.units; unit++) {
    const row = ratings.codes.subarray(unit * ratings.coders, (unit + 1) * ratings.coders);
    const rated = countInto(counts, row);
    if (rated === 0) continue;
    const agreeing = counts.reduce((sum, count) => sum + count * (count - 1), 0);
    if (rated > 1) pairable++;
    shares.push(rated > 1 ? agreeing / (rated * (rated - 1)) - expected : 0);
    chances.push(ofUnit(counts, rated, row) - expected);
  }
  const n = shares.length;
  if (pairable === 0) return undefinedAs(NOT_RATED_BY_TWO);
  if (1 - expected < 1e-12) return undefinedAs('no variation');
  const value = shares.reduce((sum, share) => sum + share, 0) / pairable / (1 - expected);
  const parts = shares.map((share, u) => ((n / pairable) * share - 2 * (1 - value) * chances[u]!) / (1 - expected));
  return errorOfMean(parts, value);
}

/**
 * The standard error of a mean from what each of n units makes it: √(Σ (part − mean)² / (n (n−1))).
 *
 * @example
 * errorOfMean([1, 2, 3], 2) // => { value: 0.5773503 }
 */
export function errorOfMean(parts: readonly number[], mean: number): Measured {
  const n = parts.length;
  if (n < 2) return undefinedAs('fewer than two units');
  return { value: Math.sqrt(parts.reduce((sum, part) => sum + (part - mean) ** 2, 0) / (n * (n - 1))) };
}

/**
 * The interval of a coefficient from its standard error: value ± t(n−1) · error, cut off at 1 as irrCAC does.
 *
 * @param units all rated units, n
 * @example
 * studentInterval(0.7, 0.1, 30) // => { low: 0.495477, high: 0.904523 }
 */
export function studentInterval(value: number, error: number, units: number, confidence = 0.95): Interval {
  const width = error * studentQuantile((1 + confidence) / 2, units - 1);
  return { low: value - width, high: Math.min(1, value + width) };
}
