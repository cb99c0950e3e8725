import type { Lookup } from './asked-place.js';
import type { Event, SeenEvent } from './event.js';
import { fingerprintOf, placeSeen } from './seen.js';

/** What becomes of the units that a coder marked as seen, when a text takes the place of another. */
export interface SeenAgain {
  readonly before: number;
  readonly after: number;
  /**
   * What records marks anew, with the unit's text, in the place of those that do not tell by what text to find their
   * units, where these stand in the new text: to be stored before that takes the place of the old one.
   */
  readonly fresh: readonly Event[];
}

/**
 * Finds the seen units of a source's old text again in its new one: those whose text is the same.
 *
 * @param at the time at which fresh ones are recorded
 */
export function seenAgain(
  events: readonly SeenEvent[],
  old: Lookup,
  now: Lookup,
  at: string,
  newId: (prefix: 's' | 'r') => string,
): SeenAgain {
  const seen = placeSeen(events, old.transcript, old.anchoring);
  const told = seen.map(({ event, span }) => ({
    ...event,
    unit: { ...event.unit, text: fingerprintOf(old.transcript.text, span) },
  }));
  const silent = new Set(seen.flatMap(({ event }) => (event.unit.text === undefined ? [event.id] : [])));
  const kept = placeSeen(told, now.transcript, now.anchoring);
  const isSame = old.anchoring.digest() === now.anchoring.digest();
  const retold = isSame ? [] : kept.filter(({ event }) => silent.has(event.id));
  const marks = retold.map(({ event }): SeenEvent => {
    const { undoes: _undoes, ...rest } = event;
    return { ...rest, id: newId('s'), at, was: event.id };
  });
  const targets = retold.map(({ event }) => event.id);
  const fresh: Event[] = targets.length > 0 ? [...marks, { event: 'remove', id: newId('r'), at, targets }] : [];
  return { before: seen.length, after: kept.length, fresh };
}
