import type { Span } from '../core/span.js';
import type { Transcript } from '../text/transcript.js';
import { joined, seenTest, touching } from './is-seen.js';
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
 * Reads what a coder marked as seen.
 *
 * @param seen marks of one coder in this transcript
 */
export function seenBy(seen: readonly PlacedSeen[], transcript: Transcript): SeenBy {
  const spansOf = (blind: boolean): Span[] =>
    seen.filter(({ event }) => (event.blind === true) === blind).map(({ span }) => span);
  const blind = seenTest(spansOf(true), transcript);
  const open = joined(spansOf(false));
  const marks = [...seen].sort((a, b) => a.span.start - b.span.start);
  return {
    all: seenTest(
      seen.map(({ span }) => span),
      transcript,
    ),
    blind: (span) => blind(span) && touching(open, span).length === 0,
    marks: (span) => marks.filter((mark) => mark.span.start < span.end && span.start < mark.span.end),
  };
}
