import type { SeenEvent } from '../coding/event.js';
import { foldEvents } from '../coding/fold.js';
import { fingerprintOf, placeSeen } from '../coding/seen.js';
import type { Lookup } from '../coding/asked-place.js';
import { newEventId, timeNow } from '../store/identity.js';
import { readLogOf } from '../store/own-log.js';
import type { Source } from '../store/sources.js';
import type { Study } from '../store/study.js';
import { digestOf } from '../text/digest.js';

/** What becomes of the units that a coder marked as seen, when a text takes the place of another. */
export interface Seen {
  readonly before: number;
  readonly after: number;
  /** Units that stand in the new text, but whose events do not tell by what text to find them: to be recorded anew. */
  readonly fresh: readonly SeenEvent[];
}

/** Finds the seen units of a source's old text again in its new one: those whose text is the same. */
export function seenAgain(study: Study, coder: string, source: Source, old: Lookup, now: Lookup): Seen {
  const { value = [] } = readLogOf(study, coder, source.id);
  const [digest, digestNow] = [digestOf(old.transcript.text), digestOf(now.transcript.text)];
  const seen = placeSeen(foldEvents(value).seen, old.transcript, digest, old.points);
  const told = seen.map(({ event, span }) => ({
    ...event,
    unit: { ...event.unit, text: fingerprintOf(old.transcript.text, span) },
  }));
  const silent = new Set(seen.flatMap(({ event }) => (event.unit.text === undefined ? [event.id] : [])));
  const kept = placeSeen(told, now.transcript, digestNow, now.points);
  const at = timeNow();
  const fresh = kept.flatMap(({ event, span }): SeenEvent[] => {
    if (!silent.has(event.id)) return [];
    const { undoes: _undoes, ...rest } = event;
    const place = { start: now.points.toCodePoints(span.start), end: now.points.toCodePoints(span.end) };
    return [{ ...rest, id: newEventId('s'), at, unit: { ...event.unit, ...place, digest: digestNow } }];
  });
  return { before: seen.length, after: kept.length, fresh };
}
