import { anchorOf } from '../coding/anchor.js';
import type { ApplyEvent, Event, SeenEvent } from '../coding/event.js';
import { fingerprintOf } from '../coding/seen.js';
import { overlaps, type Span } from '../core/span.js';
import { digestOf } from '../text/digest.js';
import { hasWord, trimmed } from '../text/furniture.js';
import type { Transcript, UnitKind } from '../text/transcript.js';
import type { PlacedUnit } from './compared-source.js';
import type { StudySource } from './compared-study.js';
import type { StoredCoding } from './stored-codings.js';

/** A unit and the codes that it is to have. */
export interface Decided {
  readonly unit: PlacedUnit;
  readonly codes: readonly string[];
  /** The codes that were decided on. */
  readonly about: ReadonlySet<string>;
  /** Ids of the marks of the decisions that this one follows. */
  readonly latest: readonly string[];
}

/** What is the same for all events of a run. */
export interface Stamp {
  readonly at: string;
  readonly newId: (prefix: 'c' | 'r' | 's') => string;
  readonly unit: UnitKind;
  /** Keeps a codebook of some codes, and gives its SHA-256 (hex). */
  readonly keep: (codes: ReadonlySet<string>) => string;
}

/** The events that store decisions. */
export interface Adjudication {
  readonly events: readonly Event[];
  readonly stored: number;
  readonly removed: number;
}

/**
 * Makes codings of decisions. Where all who saw a unit laid the code over the same segment, and all units of it have the
 * code by decision, the coding is of that segment, else of the unit. What is stored already stays; what was stored by
 * decisions that were since changed is taken back, after what replaces it: but over speech that is not decided on now it
 * is laid anew. Each decision marks its unit, naming the mark of the one that it follows: so it shows where two were taken
 * that do not know of each other.
 *
 * @param changed units whose decision is new or another one, in text order
 * @param settled units that were decided before and stay so: where a stored segment reaches from a changed unit into one of
 * them, or a coder's does, that one is laid anew with it: so the order of decisions makes no difference
 * @param earlier what is stored as adjudicated in this source
 * @param ids the codes' ids by position
 */
export function adjudicate(
  source: StudySource,
  changed: readonly Decided[],
  settled: readonly Decided[],
  earlier: readonly StoredCoding[],
  ids: readonly string[],
  stamp: Stamp,
): Adjudication {
  const decided = withNeighbours(source, changed, settled, earlier);
  const { transcript } = source.described;
  const { text } = transcript;
  const digest = digestOf(text);
  const codings = ids.flatMap((code) => segmentsOf(source, decided, code, ids).map((segment) => ({ code, segment })));
  const wanted = new Set(codings.map(({ code, segment }) => keyOf(code, segment)));
  const held = new Set(earlier.flatMap(({ event, span }) => (span && !event.verdict ? [keyOf(event.code, span)] : [])));
  const stale = earlier.filter(({ event, span }) => {
    if (span === null || (!event.verdict && wanted.has(keyOf(event.code, span)))) return false;
    return decided.some(({ unit: { place } }) => overlaps(place, span));
  });
  const rests = stale.flatMap(({ event: { code }, span }) =>
    outside(span!, decided, transcript).map((segment) => ({ code, segment })),
  );
  const laid = new Map([...codings, ...rests].map((one) => [keyOf(one.code, one.segment), one]));
  const applies = [...laid]
    .filter(([key]) => !held.has(key))
    .map(([, { code, segment }]): ApplyEvent => ({
      event: 'apply',
      id: stamp.newId('c'),
      at: stamp.at,
      code,
      anchor: anchorOf(segment, text, digest, source.points),
    }));
  const targets = stale.map(({ event }) => event.id);
  const seen = decided.flatMap(({ unit: { place }, about, latest }): SeenEvent[] => {
    const [start, end] = [source.points.toCodePoints(place.start), source.points.toCodePoints(place.end)];
    const unit = { kind: stamp.unit, start, end, digest, text: fingerprintOf(text, place) };
    const mark = { event: 'seen' as const, at: stamp.at, unit, codebook: stamp.keep(about) };
    if (latest.length === 0) return [{ ...mark, id: stamp.newId('s') }];
    return latest.map((was) => ({ ...mark, id: stamp.newId('s'), was }));
  });
  const removal: Event[] = targets.length > 0 ? [{ event: 'remove', id: stamp.newId('r'), at: stamp.at, targets }] : [];
  return { events: [...applies, ...seen, ...removal], stored: applies.length, removed: targets.length };
}

/** What of a segment stands outside units that are decided, as far as there are words in it. */
function outside(span: Span, decided: readonly Decided[], transcript: Transcript): Span[] {
  const left: Span[] = [];
  let from = span.start;
  for (const { start, end } of [...decided.map(({ unit }) => unit.place), { start: span.end, end: span.end }]) {
    const rest = { start: from, end: Math.min(start, span.end) };
    const own = rest.start < rest.end && hasWord(transcript, rest) ? trimmed(transcript, rest) : null;
    if (own !== null) left.push(own);
    from = Math.max(from, end);
  }
  return left;
}

function withNeighbours(
  { hands, units }: StudySource,
  changed: readonly Decided[],
  settled: readonly Decided[],
  earlier: readonly StoredCoding[],
): Decided[] {
  const chosen = new Map(changed.map((one) => [one.unit, one]));
  const stored = earlier.flatMap(({ span }) => span ?? []);
  const laid = hands.flatMap((hand) => hand?.codings ?? []);
  const joining = [...stored, ...laid].filter((span) => units.filter(({ place }) => overlaps(place, span)).length > 1);
  for (let size = -1; size < chosen.size;) {
    size = chosen.size;
    const touched = joining.filter((span) => [...chosen.keys()].some(({ place }) => overlaps(place, span)));
    for (const one of settled) {
      if (chosen.has(one.unit) || !touched.some((span) => overlaps(one.unit.place, span))) continue;
      chosen.set(one.unit, one);
    }
  }
  return [...chosen.values()].sort((a, b) => a.unit.place.start - b.unit.place.start);
}

/** Where a code is laid by decision. */
function segmentsOf(source: StudySource, decided: readonly Decided[], code: string, ids: readonly string[]): Span[] {
  const position = ids.indexOf(code);
  const withCode = new Set(decided.filter(({ codes }) => codes.includes(code)).map(({ unit }) => unit));
  const left = new Set(withCode);
  const found: Span[] = [];
  const laid = source.hands.flatMap((hand) => (hand?.codings ?? []).filter((coding) => coding.code === position));
  for (const { start, end } of new Map(laid.map((one) => [keyOf(code, one), one])).values()) {
    const touched = source.units.filter(({ place }) => overlaps(place, { start, end }));
    const isCommon = (unit: PlacedUnit): boolean =>
      withCode.has(unit) &&
      unit.sets.every((set, coder) => {
        const own = source.hands[coder]?.codings ?? [];
        return set === null || own.some((one) => one.code === position && one.start === start && one.end === end);
      });
    const [from, to] = [touched[0]?.place.start ?? end, touched.at(-1)?.place.end ?? start];
    if (start < from || end > to || !touched.every(isCommon)) continue;
    found.push({ start, end });
    for (const unit of touched) left.delete(unit);
  }
  return [...found, ...[...left].map(({ place: { start, end } }) => ({ start, end }))].sort(
    (a, b) => a.start - b.start,
  );
}

function keyOf(code: string, { start, end }: Span): string {
  return `${start} ${end} ${code}`;
}
