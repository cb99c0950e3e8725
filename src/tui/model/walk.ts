import type { Span } from '../../core/span.js';
import type { Transcript } from '../../text/transcript.js';
import { type UnitWalk, unitWalk } from '../../text/unit-walk.js';
import type { WalkKind } from './state.js';

const walks = new WeakMap<Transcript, Map<WalkKind, UnitWalk>>();

/** The one walk through a transcript's units of a kind, which remembers what it found. */
export function walkOf(transcript: Transcript, kind: WalkKind): UnitWalk {
  let ofTranscript = walks.get(transcript);
  if (ofTranscript === undefined) walks.set(transcript, (ofTranscript = new Map()));
  let walk = ofTranscript.get(kind);
  if (walk === undefined) ofTranscript.set(kind, (walk = unitWalk(transcript, kind)));
  return walk;
}

/** The unit that holds a byte, else the first after it, else the last; an empty one at the end of a text without speech. */
export function unitAt(transcript: Transcript, kind: WalkKind, byte: number): Span {
  const walk = walkOf(transcript, kind);
  const { length } = transcript.text;
  return walk.from(byte) ?? walk.before(length) ?? { start: length, end: length };
}

/** The unit after one, or null. */
export function nextUnit(transcript: Transcript, kind: WalkKind, unit: Span): Span | null {
  return walkOf(transcript, kind).from(unit.end);
}

/** The unit before one, or null. */
export function previousUnit(transcript: Transcript, kind: WalkKind, unit: Span): Span | null {
  return walkOf(transcript, kind).before(unit.start);
}

/** How many units of a kind a transcript has. Reads the whole text the first time. */
export function countUnits(transcript: Transcript, kind: WalkKind): number {
  return walkOf(transcript, kind).count();
}
