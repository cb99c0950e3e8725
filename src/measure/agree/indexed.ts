import type { Compared } from './compared.js';

/** What coders said of units as numbers: every part counts these, and no list of codes is looked at twice. */
export interface Indexed {
  readonly compared: Compared;
  /** The different sets of codes that were applied. */
  readonly sets: readonly (readonly string[])[];
  readonly units: number;
  /** For each unit and coder (`unit * coders + coder`), source after source, a place in `sets`; -1 where it was not seen. */
  readonly of: Int32Array;
}

/** Numbers the sets of codes. */
export function indexed(compared: Compared): Indexed {
  const { coders, sources } = compared;
  const units = sources.reduce((sum, source) => sum + source.units.length, 0);
  const of = new Int32Array(units * coders.length).fill(-1);
  const sets: (readonly string[])[] = [];
  const places = new Map<string, number>();
  const placeOf = (set: readonly string[]): number => {
    const key = set.length === 1 ? set[0]! : set.join('\u0000');
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, sets.length);
    return sets.push(set) - 1;
  };
  let at = 0;
  for (const source of sources) {
    for (const unit of source.units) {
      for (const set of unit.sets) {
        if (set !== null) of[at] = placeOf(set);
        at++;
      }
    }
  }
  return { compared, sets, units, of };
}

/**
 * Sums of each source's units, which stand one source after another.
 */
export function bySource({ sources }: Compared, sums: (from: number, to: number) => Float64Array): Float64Array[] {
  let at = 0;
  return sources.map(({ units }) => {
    const from = at;
    at += units.length;
    return sums(from, at);
  });
}
