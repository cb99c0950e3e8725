import type { Span } from '../core/span.js';
import { firstEndingAfter, hasWord } from '../text/furniture.js';
import type { Transcript } from '../text/transcript.js';
import type { PlacedSeen } from './seen.js';

/** What a coder has seen of a source. */
export interface SeenBy {
  /** Whether all speech of a span was seen. */
  readonly all: (span: Span) => boolean;
  /** Whether all of it was seen blind, and none of it otherwise. */
  readonly blind: (span: Span) => boolean;
  /** The marks that touch a span, in text order. */
  readonly marks: (span: Span) => readonly PlacedSeen[];
}

/**
 * Reads what a coder marked as seen. What stands between two marked units and holds no word, such as white space, was seen
 * with them.
 *
 * @param seen marks of one coder in this transcript
 */
export function seenBy(seen: readonly PlacedSeen[], transcript: Transcript): SeenBy {
  const all = merged(seen.map(({ span }) => span));
  const blind = merged(seen.filter(({ event }) => event.blind === true).map(({ span }) => span));
  const open = merged(seen.filter(({ event }) => event.blind !== true).map(({ span }) => span));
  const marks = [...seen].sort((a, b) => a.span.start - b.span.start);
  return {
    all: (span) => isCovered(all, span, transcript),
    blind: (span) => isCovered(blind, span, transcript) && touching(open, span).length === 0,
    marks: (span) => marks.filter((mark) => mark.span.start < span.end && span.start < mark.span.end),
  };
}

/** Spans in text order, those that touch or overlap as one. */
function merged(spans: readonly Span[]): Span[] {
  const found: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = found.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else found.push({ start, end });
  }
  return found;
}

function touching(spans: readonly Span[], { start, end }: Span): Span[] {
  const found: Span[] = [];
  for (let i = firstEndingAfter(spans, start); i < spans.length && spans[i]!.start < end; i++) found.push(spans[i]!);
  return found;
}

/** Whether a span has no word outside those that were marked. */
function isCovered(spans: readonly Span[], span: Span, transcript: Transcript): boolean {
  const inside = touching(spans, span);
  if (inside.length === 0) return false;
  let at = span.start;
  for (const { start, end } of inside) {
    if (at < start && hasWord(transcript, { start: at, end: start })) return false;
    at = end;
  }
  return at >= span.end || !hasWord(transcript, { start: at, end: span.end });
}
