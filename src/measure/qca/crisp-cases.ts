import type { Expectation } from './solutions.js';
import type { CrispCases } from './truth-table.js';

/**
 * Cases of a table of 0 and 1.
 *
 * @param values by case: the conditions in their order
 * @param outcomes by case
 * @example
 * crispCases(['A', 'B'], ['x'], [[1, 0]], [1]).configurations // => [2]
 */
export function crispCases(
  conditions: readonly string[],
  names: readonly string[],
  values: readonly (readonly (0 | 1)[])[],
  outcomes: readonly (0 | 1)[],
): CrispCases {
  const configurations = values.map((own) => own.reduce<number>((bits, value) => bits * 2 + value, 0));
  return { conditions, names, configurations, outcomes };
}

/** The same cases with the outcome turned round. */
export function negated(cases: CrispCases): CrispCases {
  return { ...cases, outcomes: cases.outcomes.map((outcome) => 1 - outcome) };
}

/** What is to be explained: an outcome of cases, and how conditions are expected to further it. */
export interface Question {
  readonly cases: CrispCases;
  /** By condition. */
  readonly expectations: readonly Expectation[];
}

/** The same of the outcome's absence, which is explained apart: what furthers the outcome is expected to hinder it. */
export function absenceOf({ cases, expectations }: Question): Question {
  return {
    cases: negated(cases),
    expectations: expectations.map((one) => (one === null ? null : one === 1 ? 0 : 1)),
  };
}
