/** A p-value, or null where there was no test. */
export type PValue = number | null;

/**
 * Adjusts p-values by a rule over the sorted ones and gives them back in their own order; null stays null.
 *
 * @param rule takes the p-values in ascending order and returns as many
 * @example
 * adjusted([0.3, null, 0.1], (sorted) => sorted.map((p) => 2 * p)) // => [0.6, null, 0.2]
 */
export function adjusted(p: readonly PValue[], rule: (sorted: readonly number[]) => readonly number[]): PValue[] {
  const tests = p.flatMap((value, place) => (value === null ? [] : [{ value, place }]));
  tests.sort((a, b) => a.value - b.value);
  const result: PValue[] = p.map(() => null);
  rule(tests.map(({ value }) => value)).forEach((value, i) => (result[tests[i]!.place] = value));
  return result;
}
