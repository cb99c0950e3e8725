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

/** The same cases with the outcome turned round: what explains its absence is explained apart. */
export function negated(cases: CrispCases): CrispCases {
  return { ...cases, outcomes: cases.outcomes.map((outcome) => 1 - outcome) };
}
