/** Cases with crisp conditions (0 or 1) and an outcome, in the order in which they are given. */
export interface CrispCases {
  readonly conditions: readonly string[];
  readonly names: readonly string[];
  /** By case: the condition values as one number, the first condition its highest bit. */
  readonly configurations: readonly number[];
  /** By case: 0 or 1. */
  readonly outcomes: readonly number[];
}

/** A configuration of conditions. */
export interface TruthRow {
  /** The conditions' values as one number, the first condition the highest bit. */
  readonly configuration: number;
  /** Positions of the cases that have it. */
  readonly cases: readonly number[];
  /** Share of its cases with the outcome; null without cases. In crisp sets PRI is the same figure. */
  readonly consistency: number | null;
  /** 1: enough of enough cases have the outcome; 0: not; null: a remainder, of which there are too few cases. */
  readonly outcome: 0 | 1 | null;
  /** Some of its cases have the outcome and some have not. */
  readonly isContradictory: boolean;
}

/** When a row is taken to lead to the outcome. */
export interface Cuts {
  /** The least consistency, above 0 and up to 1. */
  readonly consistency: number;
  /** The least number of cases; a row with fewer is a remainder. */
  readonly cases: number;
}

/** More conditions than this make tables that nobody reads: 1,024 rows. */
export const MOST_CONDITIONS = 10;

/**
 * All configurations with their cases: 2^k rows of k conditions, by value.
 *
 * Source: C. C. Ragin (1987), The Comparative Method, ch. 6; consistency: Ragin (2006), Political Analysis 14:291.
 *
 * @example
 * truthTable({ conditions: ['A'], names: ['x', 'y'], configurations: [1, 0], outcomes: [1, 0] }, { consistency: 1, cases: 1 })
 *   .map(({ outcome }) => outcome) // => [0, 1]
 */
export function truthTable({ conditions, configurations, outcomes }: CrispCases, cuts: Cuts): readonly TruthRow[] {
  return Array.from({ length: 2 ** conditions.length }, (_, configuration): TruthRow => {
    const cases = configurations.flatMap((own, i) => (own === configuration ? [i] : []));
    const positive = cases.filter((i) => outcomes[i] === 1).length;
    const consistency = cases.length === 0 ? null : positive / cases.length;
    const enough = cases.length >= Math.max(1, cuts.cases);
    return {
      configuration,
      cases,
      consistency,
      outcome: !enough ? null : consistency! >= cuts.consistency ? 1 : 0,
      isContradictory: positive > 0 && positive < cases.length,
    };
  });
}
