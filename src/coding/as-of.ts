import type { Anchoring } from './anchoring.js';
import type { Anchor } from './coding.js';
import type { ApplyEvent, Event } from './event.js';
import { foldEvents } from './fold.js';
import { isSure, placeAnchors } from './place.js';
import { placeEvents } from './place-events.js';

/** A log as it was at a time. */
export interface AsOf {
  readonly events: readonly Event[];
  /** How many events came too late to count. */
  readonly later: number;
}

/**
 * The events of a log that were stored before a time, laid where they stand now: a coding whose place is no longer sure
 * stands where it was since re-anchored, for that lays nothing anew. One that was since taken back, having no sure place,
 * is gone. Any other change that came later is left out.
 *
 * @param events under the present ids of the codes
 * @param limit ISO 8601, UTC
 */
export function asOf(events: readonly Event[], limit: string, anchoring: Anchoring): AsOf {
  const early = events.filter(({ at }) => isBefore(at, limit));
  const late = events.filter(({ at }) => !isBefore(at, limit));
  if (late.length === 0) return { events, later: 0 };
  const { codings, verdicts } = foldEvents(early);
  const placed = placeEvents([...codings, ...verdicts], anchoring);
  const states = placed.flatMap((one) => laterStates(one.event, late).map((state) => ({ ...one, state })));
  const now = placeAnchors(
    states.map(({ state }) => state.anchor),
    anchoring,
  );
  const anchors = new Map<string, Anchor>();
  const moves = new Set<string>();
  const ofMarks = new Set(early.map(({ id }) => id));
  states.forEach(({ event, placement, state }, i) => {
    const place = now[i]!;
    if (isSure(placement)) {
      if (isSure(place) && place.start === placement.start && place.end === placement.end) moves.add(state.id);
    } else if (!anchors.has(event.id)) {
      if (isSure(place)) anchors.set(event.id, state.anchor);
      moves.add(state.id);
    }
  });
  // Marks are brought back by replacing a text, in which they stood already.
  const again = late.filter((event) => event.event === 'seen' && event.was !== undefined && ofMarks.has(event.was));
  for (const { id } of again) moves.add(id);
  const removed = new Set(late.flatMap((event) => (event.event === 'remove' ? event.targets : [])));
  const gone = new Set(
    placed.flatMap(({ event: { id }, placement }) =>
      !isSure(placement) && !anchors.has(id) && removed.has(id) ? [id] : [],
    ),
  );
  const replaced = new Set([
    ...gone,
    ...late.flatMap((event) => (moves.has(event.id) && 'was' in event ? [event.was] : [])),
  ]);
  const counts = early.flatMap((event): Event[] => {
    if (gone.has(event.id)) return [];
    const anchor = anchors.get(event.id);
    return [anchor === undefined ? event : { ...(event as ApplyEvent), anchor }];
  });
  const isMove = (event: Event): boolean =>
    moves.has(event.id) || (event.event === 'remove' && event.targets.every((id) => replaced.has(id)));
  return { events: [...counts, ...again], later: late.filter((event) => !isMove(event)).length };
}

/** What took the place of a coding or verdict one after another, as long as code and verdict stay what they were. */
function laterStates({ id, code, verdict }: ApplyEvent, late: readonly Event[]): ApplyEvent[] {
  const found: ApplyEvent[] = [];
  const open = [id];
  const visited = new Set(open);
  for (const was of open) {
    for (const event of late) {
      if (event.event !== 'apply' || event.was !== was || visited.has(event.id)) continue;
      if (event.code !== code || event.verdict !== verdict) continue;
      visited.add(event.id);
      open.push(event.id);
      found.push(event);
    }
  }
  return found;
}

/** Times are ISO 8601 in UTC; a fraction of a second may be there or not. */
export function isBefore(at: string, limit: string): boolean {
  return at.replace('Z', '') < limit.replace('Z', '');
}
