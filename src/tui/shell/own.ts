import type { Anchoring } from '../../coding/anchoring.js';
import type { ApplyEvent, Event, SeenEvent } from '../../coding/event.js';
import { distinctEvents } from '../../coding/fold.js';
import { placeEvents } from '../../coding/place-events.js';
import { isSure, placeAnchors } from '../../coding/place.js';
import { placeSeen } from '../../coding/seen.js';
import { bySpan, type Span } from '../../core/span.js';
import type { ReadLog } from '../../store/read-log.js';
import type { Transcript } from '../../text/transcript.js';
import type { History } from '../model/history.js';
import { historyOf, laidAt } from '../model/history-of-log.js';
import type { OwnCoding, OwnVerdict, SeenSpan } from '../model/state.js';

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
 * @param codes ids of the codebook's codes
 */
export function ownWork(
  { events, folded }: ReadLog,
  codes: ReadonlySet<string>,
  transcript: Transcript,
  anchoring: Anchoring,
): OwnWork {
  const placed = placeEvents([...folded.codings, ...folded.verdicts], anchoring);
  const held = placed.map(({ event }) => event);
  const holding = new Set<Event>(held);
  // What does not hold any more has no say in where the others stand; it is wanted for the history.
  const gone = events.filter((event): event is ApplyEvent => event.event === 'apply' && !holding.has(event));
  const anchors = gone.map(({ anchor }) => anchor);
  const all = [...placed, ...placeAnchors(anchors, anchoring).map((placement, i) => ({ event: gone[i]!, placement }))];
  const places = new Map<ApplyEvent | SeenEvent, Span>();
  for (const { event, placement } of all) {
    if (isSure(placement)) places.set(event, placement);
  }
  const seen = events.filter((event): event is SeenEvent => event.event === 'seen');
  for (const { event, span } of placeSeen(seen, transcript, anchoring)) places.set(event, span);
  const laid = [...held, ...folded.seen].flatMap((event) => {
    const span = places.get(event);
    const isKnown = event.event === 'seen' || codes.has(event.code);
    return span === undefined || !isKnown ? [] : [laidAt(event, span)];
  });
  return {
    codings: laid.flatMap((one) => (one.kind === 'apply' ? one : [])).sort(bySpan),
    verdicts: laid.flatMap((one) => (one.kind === 'verdict' ? one : [])).sort(bySpan),
    seen: laid.flatMap((one) => (one.kind === 'seen' ? one : [])).sort(bySpan),
    unplaced: held.filter((event) => codes.has(event.code) && !places.has(event)).length,
    history: historyOf([...distinctEvents(events).values()], transcript.source, (event) => places.get(event) ?? null),
  };
}
