import type { Lookup } from './asked-place.js';
import type { SeenEvent } from './event.js';
import { fingerprintOf, placeSeen } from './seen.js';

/** What becomes of the units that a coder marked as seen, when a text takes the place of another. */
export interface SeenAgain {
  readonly before: number;
  readonly after: number;
  /** Units that stand in the new text, but whose events do not tell by what text to find them: to be recorded anew. */
  readonly fresh: readonly SeenEvent[];
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
  newId: () => string,
): SeenAgain {
  const seen = placeSeen(events, old.transcript, old.anchoring);
  const told = seen.map(({ event, span }) => ({
    ...event,
    unit: { ...event.unit, text: fingerprintOf(old.transcript.text, span) },
  }));
  const silent = new Set(seen.flatMap(({ event }) => (event.unit.text === undefined ? [event.id] : [])));
  const kept = placeSeen(told, now.transcript, now.anchoring);
  const fresh = kept.flatMap(({ event, span }): SeenEvent[] => {
    if (!silent.has(event.id)) return [];
    const { undoes: _undoes, ...rest } = event;
    const place = {
      start: now.anchoring.index.toCodePoints(span.start),
      end: now.anchoring.index.toCodePoints(span.end),
    };
    return [{ ...rest, id: newId(), at, unit: { ...event.unit, ...place, digest: now.anchoring.digest() } }];
  });
  return { before: seen.length, after: kept.length, fresh };
}
