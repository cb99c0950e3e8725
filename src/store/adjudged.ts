import { codesByUnit } from './compared-source.js';
import type { PlacedUnit } from './compared-source.js';
import type { StudySource } from './compared-study.js';

/** What is stored as adjudicated of a unit. */
export interface Adjudged {
  /** In the order of the codebook. */
  readonly codes: readonly string[];
  /** The codes that were decided on; null for all; empty where the unit was never marked as decided. */
  readonly covers: ReadonlySet<string> | null;
  /** Whether every code is decided that coders applied, or could all have applied. */
  readonly isSettled: boolean;
}

/** What is stored as adjudicated of each unit of a source, in their order. */
export function adjudgedIn({ adjudicated, units }: StudySource, ids: readonly string[]): Adjudged[] {
  if (adjudicated === null) return units.map(() => ({ codes: [], covers: new Set(), isSettled: false }));
  const { codings, seen, asked } = adjudicated;
  const byUnit = codesByUnit(
    codings,
    units.map(({ place }) => place),
    ids,
  );
  return units.map((unit, i) => {
    const codes = byUnit[i]!;
    if (seen === null || !unit.place.pieces.every(seen.all)) return { codes, covers: new Set(), isSettled: false };
    const covers = asked(unit.place);
    return { codes, covers, isSettled: [...toDecide(unit)].every((code) => covers?.has(code) ?? true) };
  });
}

/** The codes that a decision on a unit is about: those that all could apply, as far as that is known, and those applied. */
export function toDecide({ asked, applied }: PlacedUnit): ReadonlySet<string> {
  return new Set([...(asked ?? []), ...applied.flatMap((codes) => codes ?? [])]);
}
