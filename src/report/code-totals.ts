import type { Frequency } from '../measure/frequency-types.js';

/** How many segments of a code there are over all groups, or null where nobody looked. */
export function segmentsOf({ groups }: Frequency, code: number): number | null {
  return groups.reduce<number | null>((found, { total }) => {
    const here = total.figures.segments[code] ?? null;
    return here === null ? found : (found ?? 0) + here;
  }, null);
}

/** The same by the ids of codes, 0 where nobody looked. */
export function codeTotals(frequency: Frequency): Map<string, number> {
  return new Map(frequency.rows.map(({ code }, i) => [code, segmentsOf(frequency, i) ?? 0]));
}
