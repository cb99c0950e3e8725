import type { Span } from '../core/span.js';
import { firstEndingAfter, hasWord } from '../text/furniture.js';
import type { Transcript } from '../text/transcript.js';

/**
 * Whether a unit is seen, as a whole or piece by piece: what was marked touches it and leaves out no word of it. What
 * stands between two marks and holds no word, such as white space, was seen with them.
 *
 * @param marks those that share a byte with the unit, by start; they may overlap
 */
export function isSeen(marks: readonly Span[], unit: Span, transcript: Transcript): boolean {
  if (marks.length === 0) return false;
  let at = unit.start;
  for (const { start, end } of marks) {
    if (at < start && hasWord(transcript, { start: at, end: start })) return false;
    at = Math.max(at, end);
  }
  return at >= unit.end || !hasWord(transcript, { start: at, end: unit.end });
}

/**
 * The same for any unit of a transcript.
 *
 * @param marks all that were marked there, in any order
 */
export function seenTest(marks: readonly Span[], transcript: Transcript): (unit: Span) => boolean {
  const all = joined(marks);
  return (unit) => isSeen(touching(all, unit), unit, transcript);
}

/** Spans in text order, those that touch or overlap as one. */
export function joined(spans: readonly Span[]): Span[] {
  const found: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = found.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else found.push({ start, end });
  }
  return found;
}

/** Those of some joined spans that share a byte with another. */
export function touching(spans: readonly Span[], { start, end }: Span): Span[] {
  const found: Span[] = [];
  for (let i = firstEndingAfter(spans, start); i < spans.length && spans[i]!.start < end; i++) found.push(spans[i]!);
  return found;
}
