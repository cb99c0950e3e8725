import type { ApplyEvent, Event, SeenEvent } from '../coding/event.js';
import { foldEvents } from '../coding/fold.js';
import { isSure, placeAnchors } from '../coding/place.js';
import { placeSeen } from '../coding/seen.js';
import { bySpan, type Span } from '../core/span.js';
import type { CodePointIndex } from '../text/offset.js';
import type { Transcript } from '../text/transcript.js';
import type { History } from './history.js';
import { historyOf, laidAt } from './replay.js';
import type { OwnCoding, OwnVerdict, SeenSpan } from './state.js';

/** What a coder's log of a source amounts to on its text. All lists by start, then end. */
export interface OwnWork {
  readonly codings: readonly OwnCoding[];
  readonly verdicts: readonly OwnVerdict[];
  readonly seen: readonly SeenSpan[];
  /** Codings and verdicts that hold but have no sure place. */
  readonly unplaced: number;
  readonly history: History;
}

/**
 * Lays a coder's log on the text. Codings of codes that the codebook neither has nor had are left out: they stay in the
 * log.
 *
 * @param events in the order of the log, with present ids of codes
 * @param codes ids of the codebook's codes
 * @param digest SHA-256 (hex) of the canonical text
 */
export function ownWork(
  events: readonly Event[],
  codes: ReadonlySet<string>,
  transcript: Transcript,
  digest: string,
  points: CodePointIndex,
): OwnWork {
  const applied = events.filter((event): event is ApplyEvent => event.event === 'apply' && codes.has(event.code));
  const placements = placeAnchors(
    applied.map(({ anchor }) => anchor),
    transcript.text,
    points,
  );
  const places = new Map<ApplyEvent | SeenEvent, Span>();
  applied.forEach((event, i) => {
    const placement = placements[i]!;
    if (isSure(placement)) places.set(event, placement);
  });
  const seen = events.filter((event): event is SeenEvent => event.event === 'seen');
  for (const { event, span } of placeSeen(seen, transcript, digest, points)) places.set(event, span);
  const folded = foldEvents(events);
  const held = [...folded.codings, ...folded.verdicts];
  const laid = [...held, ...folded.seen].flatMap((event) => {
    const span = places.get(event);
    return span === undefined ? [] : [laidAt(event, span)];
  });
  return {
    codings: laid.flatMap((one) => (one.kind === 'apply' ? one.coding : [])).sort(bySpan),
    verdicts: laid.flatMap((one) => (one.kind === 'verdict' ? one.verdict : [])).sort(bySpan),
    seen: laid.flatMap((one) => (one.kind === 'seen' ? one.seen : [])).sort(bySpan),
    unplaced: held.filter((event) => codes.has(event.code) && !places.has(event)).length,
    history: historyOf(events, transcript.source, (event) => places.get(event) ?? null),
  };
}
