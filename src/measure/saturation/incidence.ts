/** Sources in the order they were coded, and for each whether each code is in it: above 0 where it is. */
export type Incidence = readonly (readonly number[])[];

/** How many codes are in how many sources. */
export interface Frequencies {
  /** Sources, T. */
  readonly sources: number;
  /** Of each code that occurs, in how many sources. */
  readonly codes: readonly number[];
  /** Codes that occur, S. */
  readonly observed: number;
  /** Codes in exactly one source, Q1. */
  readonly once: number;
  /** Codes in exactly two, Q2. */
  readonly twice: number;
  /** Codes over all sources, U: the sum of `codes`. */
  readonly incidences: number;
}

/**
 * Counts the sources of each code.
 *
 * @example
 * frequenciesOf([[1, 0, 1, 0], [1, 1, 0, 0]]) // => { sources: 2, codes: [2, 1, 1], observed: 3, once: 2, twice: 1, incidences: 4 }
 */
export function frequenciesOf(incidence: Incidence): Frequencies {
  const all = (incidence[0] ?? []).map((_, code) => incidence.filter((source) => source[code]! > 0).length);
  const codes = all.filter((count) => count > 0);
  return {
    sources: incidence.length,
    codes,
    observed: codes.length,
    once: codes.filter((count) => count === 1).length,
    twice: codes.filter((count) => count === 2).length,
    incidences: codes.reduce((sum, count) => sum + count, 0),
  };
}
