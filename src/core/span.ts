/**
 * A stretch of a source's canonical text: half-open, `start` ≤ `end`.
 *
 * Inside qcode positions are **byte offsets into the UTF-8 canonical text**: texts of millions of words are matched
 * without ever being decoded. Whatever leaves the process (logs, CSV, JSON) counts Unicode code points instead;
 * `text/offset.ts` is the only place that converts.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether two spans share at least one byte. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether `inner` lies wholly inside `outer` (equal spans do). */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Text order: by start, then the shorter first. */
export function bySpan(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}
