import { type LaidCoding } from '../coding/laid.js';
import type { Span } from '../core/span.js';
import type { CodedSpan } from '../measure/agreement/span-f1.js';
import type { ComparedText, ComparedUnit, Stretch } from '../measure/agree/compared.js';
import { firstEndingAfter } from '../text/furniture.js';
import type { CodePointIndex } from '../text/offset.js';
import type { CoderHand } from './coder-hand.js';

/** A unit by its place in the text (bytes), with the stretches of speech in it that count. */
export interface UnitPlace extends Span {
  readonly pieces: readonly Span[];
  readonly turn: number;
}

/** A unit that two coders or more saw, with its place. */
export interface PlacedUnit extends ComparedUnit {
  readonly place: UnitPlace;
  /** As `sets`, with the codes too that could not be compared since somebody's codebook did not have them. */
  readonly applied: readonly (readonly string[] | null)[];
  /** Positions of coders who saw it and are not compared on it: codings of theirs over it have no sure place. */
  readonly unplaced: readonly number[];
}

/** What was compared of a source, and how much was not, by reason. */
export interface SourceComparison {
  readonly units: readonly PlacedUnit[];
  /** Units that two coders or more saw, but fewer than two of them blind. */
  readonly open: number;
  /** Units that fewer than two coders saw. */
  readonly unseen: number;
  /** Codes on units that were left out since another coder's codebook did not have them. */
  readonly unasked: number;
  /** By position of the coder, units that the coder saw and is not compared on. */
  readonly unplaced: readonly number[];
  /** Units on which one coder or more is not compared. */
  readonly doubtful: number;
}

/** Which units count as seen by a coder. */
export type SawUnit = (hand: CoderHand | null, unit: UnitPlace) => 'blind' | 'open' | 'unseen';

/**
 * Compares coders unit by unit.
 *
 * @param hands by coder; null where the coder has no log of the source
 * @param units in text order
 * @param ids the codes' ids by position
 * @param blind whether only what was seen blind counts
 */
export function compareUnits(
  hands: readonly (CoderHand | null)[],
  units: readonly UnitPlace[],
  ids: readonly string[],
  saw: SawUnit,
  blind: boolean,
): SourceComparison {
  const codesOf = hands.map((hand) => codesByUnit(hand?.codings ?? [], units, ids));
  const found: PlacedUnit[] = [];
  const left = { open: 0, unseen: 0, unasked: 0, doubtful: 0 };
  const unplacedOf = hands.map(() => 0);
  units.forEach((place, u) => {
    const ways = hands.map((hand) => saw(hand, place));
    const saws = ways.map((way) => way === 'blind' || (way === 'open' && !blind));
    if (saws.filter(Boolean).length < 2) {
      const seen = ways.filter((way) => way !== 'unseen').length;
      left[seen < 2 ? 'unseen' : 'open']++;
      return;
    }
    const unplaced = hands.flatMap((hand, coder) => (saws[coder] && hand && hasUnplaced(hand, place) ? [coder] : []));
    for (const coder of unplaced) unplacedOf[coder]!++;
    if (unplaced.length > 0) left.doubtful++;
    const counts = saws.map((saw, coder) => saw && !unplaced.includes(coder));
    if (counts.filter(Boolean).length < 2) return;
    const applied = codesOf.map((byUnit) => byUnit[u]!);
    const asked = commonTo(
      hands.flatMap((hand, coder) => {
        const could = counts[coder] ? (hand?.asked(place) ?? null) : null;
        return could === null ? [] : [new Set([...could, ...applied[coder]!])];
      }),
    );
    const sets = applied.map((codes, coder) => {
      if (!counts[coder]) return null;
      const kept = asked === null ? codes : codes.filter((code) => asked.has(code));
      left.unasked += codes.length - kept.length;
      return kept;
    });
    const known = applied.map((codes, coder) => (counts[coder] ? codes : null));
    found.push({ place, sets, asked, applied: known, unplaced });
  });
  return { units: found, ...left, unplaced: unplacedOf };
}

/** Whether something may stand in a unit that the coder laid and that has no sure place. */
export function hasUnplaced({ unplaced: { spans } }: CoderHand, { pieces }: UnitPlace): boolean {
  return spans.some((span) => pieces.some(({ start, end }) => start < span.end && span.start < end));
}

/**
 * The segments of the coders on the speech that was compared.
 *
 * @param whole the stretch of each unit by its position among the pieces
 */
export function comparedText(
  units: readonly PlacedUnit[],
  hands: readonly (CoderHand | null)[],
  ids: readonly string[],
  points: CodePointIndex,
): ComparedText {
  const pieces = units.flatMap((unit) => unit.place.pieces.map((piece) => ({ ...piece, unit })));
  const starts: number[] = [];
  let length = 0;
  const stretches = pieces.map(({ start, end, unit }): Stretch => {
    const own = points.toCodePoints(end) - points.toCodePoints(start);
    starts.push(length);
    length += own;
    return { length: own, seen: unit.sets.map((set) => set !== null), asked: unit.asked };
  });
  const placeOf = (byte: number): number => {
    const i = firstEndingAfter(pieces, byte);
    const piece = pieces[i];
    if (piece === undefined) return length;
    return starts[i]! + (byte <= piece.start ? 0 : points.toCodePoints(byte) - points.toCodePoints(piece.start));
  };
  const segments = hands.map((hand) =>
    (hand?.codings ?? []).flatMap((coding): CodedSpan[] => {
      const code = ids[coding.code]!;
      const [start, end] = [placeOf(coding.start), placeOf(coding.end)];
      if (start >= end || !isAsked(pieces, coding, code)) return [];
      return [{ start, end, code }];
    }),
  );
  return { stretches, segments };
}

function isAsked(pieces: readonly (Span & { readonly unit: PlacedUnit })[], span: Span, code: string): boolean {
  for (let i = firstEndingAfter(pieces, span.start); i < pieces.length && pieces[i]!.start < span.end; i++) {
    if (pieces[i]!.unit.asked?.has(code) === false) return false;
  }
  return true;
}

/** For each unit the codes that a coder laid over speech of it, in the order of the codebook. */
export function codesByUnit(
  codings: readonly LaidCoding[],
  units: readonly UnitPlace[],
  ids: readonly string[],
): string[][] {
  const found = units.map(() => new Set<number>());
  for (const coding of codings) {
    for (let u = firstEndingAfter(units, coding.start); u < units.length && units[u]!.start < coding.end; u++) {
      const touches = units[u]!.pieces.some(({ start, end }) => start < coding.end && coding.start < end);
      if (touches) found[u]!.add(coding.code);
    }
  }
  return found.map((codes) => [...codes].sort((a, b) => a - b).map((code) => ids[code]!));
}

function commonTo(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> | null {
  if (sets.length === 0) return null;
  const [first, ...others] = sets;
  return new Set([...first!].filter((code) => others.every((other) => other.has(code))));
}
