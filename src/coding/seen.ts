import { byCodePoint } from '../core/order.js';
import type { Span } from '../core/span.js';
import { digestOf } from '../text/digest.js';
import type { Transcript, UnitKind } from '../text/transcript.js';
import { units } from '../text/unit.js';
import type { Anchoring } from './anchoring.js';
import type { SeenEvent } from './event.js';

/** A seen unit with its place in the text: bytes of canonical text. */
export interface PlacedSeen {
  readonly event: SeenEvent;
  readonly span: Span;
}

/** Hexadecimal digits that tell the texts of units apart: 64 bits. */
const DIGITS = 16;

const KINDS: readonly string[] = ['sentence', 'paragraph', 'turn', 'line', 'source'] satisfies UnitKind[];

/** What a seen unit is known by in a corrected text: the first 16 hexadecimal digits of the SHA-256 of its bytes. */
export function fingerprintOf(text: Uint8Array, { start, end }: Span): string {
  return digestOf(text.subarray(start, end)).slice(0, DIGITS);
}

/**
 * Finds the places of seen units in a text that may have been corrected since. A unit seen in this very text stands where
 * it stood. One seen in an earlier state is any unit of its kind with the same text; of several such units as many are
 * seen as were, the first ones. What has changed, or was stored without its text, is not seen any more and is left out.
 *
 * @param anchoring the transcript's text
 */
export function placeSeen(seen: readonly SeenEvent[], transcript: Transcript, anchoring: Anchoring): PlacedSeen[] {
  const placed: PlacedSeen[] = [];
  const earlier = new Map<string, SeenEvent[]>();
  for (const event of seen) {
    const { kind, start, end, digest, text } = event.unit;
    if (digest === anchoring.digest()) {
      const span = { start: anchoring.index.toBytes(start), end: anchoring.index.toBytes(end) };
      if (span.start < span.end) placed.push({ event, span });
    } else if (text !== undefined && KINDS.includes(kind)) {
      const same = earlier.get(kind);
      if (same) same.push(event);
      else earlier.set(kind, [event]);
    }
  }
  for (const [kind, events] of earlier) placed.push(...placeEarlier(events, transcript, kind as UnitKind));
  return placed.sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end || byCodePoint(a.event.id, b.event.id),
  );
}

/** Events of one kind of unit that were stored with another state of the text. */
function placeEarlier(events: readonly SeenEvent[], transcript: Transcript, kind: UnitKind): PlacedSeen[] {
  const now = new Map<string, Span[]>();
  for (const unit of units(transcript, kind)) {
    const fingerprint = fingerprintOf(transcript.text, unit);
    const same = now.get(fingerprint);
    if (same) same.push(unit);
    else now.set(fingerprint, [unit]);
  }
  // Positions can be compared within one state of the text only.
  const then = new Map<string, SeenEvent[]>();
  for (const event of events) {
    const key = `${event.unit.digest} ${event.unit.text}`;
    const same = then.get(key);
    if (same) same.push(event);
    else then.set(key, [event]);
  }
  return [...then.values()].flatMap((group) => {
    const spans = now.get(group[0]!.unit.text!) ?? [];
    const places = [...new Set(group.map(({ unit }) => unit.start))].sort((a, b) => a - b);
    return group.flatMap((event) => {
      const span = spans[places.indexOf(event.unit.start)];
      return span === undefined ? [] : [{ event, span: { start: span.start, end: span.end } }];
    });
  });
}
