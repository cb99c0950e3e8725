import { undefinedAs } from '../measured.js';
import type { Metric } from './metric/metric.js';
import { NOT_RATED_BY_TWO, type Ratings } from './ratings.js';

/** Krippendorff's α with the disagreement it rests on. */
export type Alpha =
  | { readonly value: number; readonly observed: number; readonly expected: number }
  | { readonly value: null; readonly reason: string };

/** Ratings made ready for α: what bootstrap adds up. */
export interface AlphaModel {
  /**
   * The sums over some of the units: observed disagreement, then how often each value was given. Sums of two groups of
   * units add up to those of both.
   */
  readonly sumsOf: (from: number, to: number) => Float64Array;
  readonly measure: (sums: Float64Array) => Alpha;
}

/**
 * Krippendorff's α by any metric (Krippendorff 2011; for sets of codes Artstein & Poesio 2008): 1 − Do/De over units with two
 * ratings or more. Do = 1/n Σ_units Σ_pairs 2 δ / (r − 1), De = Σ_values n_a n_b δ / (n (n − 1)). Undefined without
 * variation. Over sets of codes a unit that a coder saw and left empty is the empty set, a value.
 *
 * @example
 * alphaBy([[['a'], ['a']], [['a', 'b'], ['a']], [['b'], ['c']], [[], []]], masiMetric) // => { value: 0.5, observed: 0.4166667, expected: 0.8333333 }
 * alphaBy([[1, 1], [2, 3], [3, 3]], intervalMetric) // => { value: 0.8076923, observed: 0.3333333, expected: 1.733333 }
 */
export function alphaBy<T>(ratings: Ratings<T>, metric: Metric<T>): Alpha {
  const model = alphaModel(ratings, metric);
  return model.measure(model.sumsOf(0, ratings.length));
}

/**
 * The sums behind α, unit by unit, and α from any of them.
 *
 * @example
 * alphaModel([[1, 1], [2, 3]], intervalMetric).sumsOf(0, 2) // => [2, 2, 1, 1]
 */
export function alphaModel<T>(ratings: Ratings<T>, metric: Metric<T>): AlphaModel {
  const { values, places } = distinct(ratings, metric);
  const all = new Float64Array(values.length);
  for (const unit of places) if (unit.length > 1) for (const place of unit) all[place]!++;
  const distance = metric.among(values, all);

  return {
    sumsOf(from, to) {
      const sums = new Float64Array(1 + values.length);
      for (const unit of places.slice(from, to)) {
        if (unit.length < 2) continue;
        let apart = 0;
        unit.forEach((a, i) => {
          sums[1 + a]!++;
          for (const b of unit.slice(i + 1)) if (a !== b) apart += distance(a, b);
        });
        sums[0]! += (2 * apart) / (unit.length - 1);
      }
      return sums;
    },
    measure(sums) {
      const counts = sums.subarray(1);
      const n = counts.reduce((sum, count) => sum + count, 0);
      if (n === 0) return undefinedAs(NOT_RATED_BY_TWO);
      const given = [...counts.keys()].filter((place) => counts[place]! > 0);
      let apart = 0;
      given.forEach((a, i) => {
        for (const b of given.slice(i + 1)) apart += 2 * counts[a]! * counts[b]! * distance(a, b);
      });
      const expected = apart / (n * (n - 1));
      if (expected === 0) return undefinedAs('no variation');
      return { value: 1 - sums[0]! / n / expected, observed: sums[0]! / n, expected };
    },
  };
}

/** The different values, and for each unit the places of those it was given. */
function distinct<T>(ratings: Ratings<T>, metric: Metric<T>): { values: T[]; places: number[][] } {
  const values: T[] = [];
  const known = new Map<string, number>();
  const placeOf = (value: T): number => {
    const key = metric.key(value);
    const place = known.get(key);
    if (place !== undefined) return place;
    known.set(key, values.length);
    return values.push(value) - 1;
  };
  const places = ratings.map((unit) => unit.flatMap((value) => (value === null ? [] : [placeOf(value)])));
  return { values, places };
}
