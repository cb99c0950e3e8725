import { areSameCodes, differingCodes } from '../measure/agree/compared.js';
import { codesByUnit, hasUnplaced } from './compared-source.js';
import type { PlacedUnit } from './compared-source.js';
import type { StudySource } from './compared-study.js';

/** What is stored as adjudicated of a unit. */
export interface Adjudged {
  /** In the order of the codebook. */
  readonly codes: readonly string[];
  /** The codes that were decided on; null for all; empty where not all of the unit was marked as decided. */
  readonly covers: ReadonlySet<string> | null;
  /** Whether every code is decided that coders applied, or could all have applied, and by one decision. */
  readonly isSettled: boolean;
  /** Whether a coding of a decision may stand over it that has no sure place: what was decided is not known, so it is open. */
  readonly isUnplaced: boolean;
  /** Whether only a part of it was marked as decided, as another unit. */
  readonly isInPart: boolean;
  /** Ids of the marks of the last decisions on it, or on a part of it. */
  readonly latest: readonly string[];
  /** Decisions that differ and do not know of each other; empty where there is one. */
  readonly apart: readonly (readonly string[])[];
}

/** What is stored as adjudicated of each unit of a source, in their order. */
export function adjudgedIn({ adjudicated, units }: StudySource, ids: readonly string[]): Adjudged[] {
  const open = { isSettled: false, isUnplaced: false, isInPart: false };
  const never = { ...open, codes: [], covers: new Set<string>(), latest: [], apart: [] };
  if (adjudicated === null) return units.map(() => never);
  const { codings, seen, asked, unplaced } = adjudicated;
  const byUnit = codesByUnit(
    codings,
    units.map(({ place }) => place),
    ids,
  );
  return units.map((unit, i) => {
    const codes = byUnit[i]!;
    const latest = adjudicated.latest(unit.place);
    const about = [...toDecide(unit, ids)];
    const isUnplaced = hasUnplaced(adjudicated, unit.place) || about.some((code) => unplaced.lost.has(code));
    if (seen === null || !unit.place.pieces.every(seen.all))
      return { ...never, codes, latest, isUnplaced, isInPart: latest.length > 0 };
    const covers = asked(unit.place);
    const apart = adjudicated.apart(unit.place);
    const isSettled = apart.length === 0 && !isUnplaced && about.every((code) => covers?.has(code) ?? true);
    return { codes, covers, isSettled, isUnplaced, isInPart: false, latest, apart };
  });
}

/**
 * The codes that a decision on a unit is about: those that all could apply, and those applied. Where it is not known which
 * could be applied, that is all, as they are compared.
 *
 * @param ids all codes of the codebook
 */
export function toDecide({ asked, applied }: PlacedUnit, ids: readonly string[]): ReadonlySet<string> {
  return new Set([...(asked ?? ids), ...applied.flatMap((codes) => codes ?? [])]);
}

/** A unit to be looked at: coders differ on it, or it was decided otherwise than all of them coded it, in part, or twice. */
export interface Difference {
  readonly unit: PlacedUnit;
  /** On which coders differ, or the decision from them, or decisions from each other. */
  readonly differing: readonly string[];
  readonly stored: Adjudged;
}

/** The units of a source to be looked at, in text order. */
export function differencesIn(source: StudySource, ids: readonly string[]): Difference[] {
  return adjudgedIn(source, ids).flatMap((stored, i): Difference[] => {
    const unit = source.units[i]!;
    const { isSettled, isInPart, codes, apart } = stored;
    const among = differingCodes(unit.applied);
    const agreed = unit.applied.find((own) => own !== null)!;
    if (among.length > 0) return [{ unit, differing: among, stored }];
    if (isSettled && areSameCodes(codes, agreed)) return [];
    if (isSettled || isInPart || apart.length > 0)
      return [{ unit, differing: differingCodes([agreed, codes, ...apart]), stored }];
    return [];
  });
}
