import type { SegmentKind } from '../codebook/codebook.js';
import type { Span } from '../core/span.js';
import { trimEnd } from '../text/blank.js';
import type { Transcript } from '../text/transcript.js';
import { type UnitFinder, unitFinder } from '../text/unit-finder.js';

/**
 * The stretch from the beginning of the unit of a span's first character to the end of the unit of its last. White
 * space at the end of the span, which an expression may match, reaches into no further unit.
 */
function unitOf(finder: UnitFinder, text: Uint8Array, span: Span): Span {
  const first = finder(span.start);
  if (span.end <= first.end) return { start: first.start, end: first.end };
  const end = trimEnd(text, span.start, span.end);
  return { start: first.start, end: end <= first.end ? first.end : finder(end - 1).end };
}

/** Answers with the segment that a hit codes. Cheapest when asked in text order. */
export type Segmenter = (hit: Span, kind: SegmentKind) => Span;

export function segmenterOf(transcript: Transcript): Segmenter {
  const finders = new Map<SegmentKind, UnitFinder>();
  return (hit, kind) => {
    if (kind === 'match') return { start: hit.start, end: hit.end };
    let finder = finders.get(kind);
    if (finder === undefined) finders.set(kind, (finder = unitFinder(transcript, kind)));
    return unitOf(finder, transcript.text, hit);
  };
}
