import { anchorOf } from '../coding/anchor.js';
import type { ApplyEvent, Event, SeenEvent } from '../coding/event.js';
import { fingerprintOf } from '../coding/seen.js';
import { overlaps, type Span } from '../core/span.js';
import { digestOf } from '../text/digest.js';
import type { UnitKind } from '../text/transcript.js';
import type { PlacedUnit } from './compared-source.js';
import type { StudySource } from './compared-study.js';
import { segmentsByDecision } from './decided-segments.js';
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
 * Makes codings of decisions. What is stored already stays; what was stored by decisions that were since changed is taken
 * back, after what replaces it: but over speech that is not decided on now it is laid anew. Each decision marks its unit,
 * and those into which a segment reaches that is laid anew with it, naming the mark of the one that it follows: so it shows
 * where two were taken that do not know of each other.
 *
 * @param changed units whose decision is new or another one, in text order
 * @param settled units that were decided before and stay so
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
  const { text } = source.described.transcript;
  const digest = digestOf(text);
  const laid: { code: string; segment: Span }[] = [];
  const stale: StoredCoding[] = [];
  for (const code of new Set([...ids, ...earlier.map(({ event }) => event.code)])) {
    const own = earlier.filter(({ event, span }) => event.code === code && span !== null);
    const stored = own.flatMap(({ event: { verdict }, span }) => (verdict === 'reject' ? [] : [span!]));
    const segments = segmentsByDecision(source, { changed, settled }, code, ids.indexOf(code), stored);
    const back = own.filter(({ event: { verdict }, span }) =>
      verdict ? changed.some(({ unit }) => overlaps(unit.place, span!)) : segments.stale.includes(span!),
    );
    const stays = (segment: Span): boolean => own.some((one) => !back.includes(one) && isSame(one.span!, segment));
    laid.push(...segments.wanted.filter((segment) => !stays(segment)).map((segment) => ({ code, segment })));
    stale.push(...back);
  }
  const applies = laid.map(({ code, segment }): ApplyEvent => ({
    event: 'apply',
    id: stamp.newId('c'),
    at: stamp.at,
    code,
    anchor: anchorOf(segment, text, digest, source.points),
  }));
  const moved = [...laid.map(({ segment }) => segment), ...stale.map(({ span }) => span!)];
  const touched = settled.filter(({ unit }) => moved.some((span) => overlaps(unit.place, span)));
  const marked = [...changed, ...touched].sort((a, b) => a.unit.place.start - b.unit.place.start);
  const targets = stale.map(({ event }) => event.id);
  const seen = marked.flatMap(({ unit: { place }, about, latest }): SeenEvent[] => {
    const [start, end] = [source.points.toCodePoints(place.start), source.points.toCodePoints(place.end)];
    const unit = { kind: stamp.unit, start, end, digest, text: fingerprintOf(text, place) };
    const mark = { event: 'seen' as const, at: stamp.at, unit, codebook: stamp.keep(about) };
    if (latest.length === 0) return [{ ...mark, id: stamp.newId('s') }];
    return latest.map((was) => ({ ...mark, id: stamp.newId('s'), was }));
  });
  const removal: Event[] = targets.length > 0 ? [{ event: 'remove', id: stamp.newId('r'), at: stamp.at, targets }] : [];
  return { events: [...applies, ...seen, ...removal], stored: applies.length, removed: targets.length };
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}
