import type { Anchoring } from './anchoring.js';
import type { ApplyEvent } from './event.js';
import { holding } from './fold.js';
import { type Placement, isSure, placeAnchors } from './place.js';

/** A coding or verdict that holds, and its place in the text. */
export interface PlacedEvent {
  readonly event: ApplyEvent;
  readonly placement: Placement;
}

/**
 * Finds the places of the codings and verdicts of one log. Of several verdicts that stand on one segment and code only
 * the one that holds is given: which those are shows in the text, as they may have been given in different states of it.
 *
 * @param events codings and verdicts of a folded log, all of them: they are evidence for one another's places
 */
export function placeEvents(events: readonly ApplyEvent[], anchoring: Anchoring): PlacedEvent[] {
  const anchors = events.map(({ anchor }) => anchor);
  const placements = placeAnchors(anchors, anchoring);
  const placed = events.map((event, i) => ({ event, placement: placements[i]! }));
  const given = new Map<string, ApplyEvent[]>();
  for (const one of placed) {
    const key = answered(one);
    if (key === null) continue;
    const same = given.get(key);
    if (same) same.push(one.event);
    else given.set(key, [one.event]);
  }
  const held = new Map([...given].map(([key, verdicts]) => [key, holding(verdicts)]));
  return placed.filter((one) => {
    const key = answered(one);
    return key === null || held.get(key) === one.event;
  });
}

/** The segment and code that an event answers; null where it is no verdict or its place is not sure. */
function answered({ event: { verdict, code }, placement }: PlacedEvent): string | null {
  return verdict !== undefined && isSure(placement) ? `${placement.start}:${placement.end}:${code}` : null;
}
