/**
 * What coders said of units: one row a unit, one place in it a coder. `null`: the coder did not see the unit. A coder who
 * saw it and applied nothing said something: the empty set, or whatever category stands for it.
 */
export type Ratings<T> = readonly (readonly (T | null)[])[];

/** Why there is no agreement where no unit has two ratings. */
export const NOT_RATED_BY_TWO = 'no unit was rated by two coders';

/** Ratings by one category of several, as numbers. */
export interface NominalRatings {
  readonly units: number;
  readonly coders: number;
  /** The categories of the codebook, then those met beside them, in the order in which they were met. */
  readonly categories: readonly string[];
  /** For each unit and coder (`unit * coders + coder`) a position in `categories`, or -1 where there is no rating. */
  readonly codes: Int32Array;
}

/**
 * Numbers the categories.
 *
 * @param categories all that could have been chosen, used or not: their number enters AC1 and Brennan–Prediger. Without
 *   them those that were used
 * @example
 * nominalRatings([['a', 'b'], ['b', null]]) // => { units: 2, coders: 2, categories: ['a', 'b'], codes: [0, 1, 1, -1] }
 */
export function nominalRatings(ratings: Ratings<string>, categories: readonly string[] = []): NominalRatings {
  const coders = ratings.reduce((most, unit) => Math.max(most, unit.length), 0);
  const places = new Map(categories.map((category, place) => [category, place]));
  const codes = new Int32Array(ratings.length * coders).fill(-1);
  ratings.forEach((unit, u) =>
    unit.forEach((category, coder) => {
      if (category === null) return;
      let place = places.get(category);
      if (place === undefined) places.set(category, (place = places.size));
      codes[u * coders + coder] = place;
    }),
  );
  return { units: ratings.length, coders, categories: [...places.keys()], codes };
}
