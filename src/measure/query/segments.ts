import type { Span } from '../../core/span.js';
import type { Operator } from './syntax.js';

/** Segments of some codings of a source, ready to be asked how another segment stands to any of them. */
export interface Segments {
  /** By start, then end; each once. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Up to each position, the furthest end; from each position on, the nearest end. */
  readonly furthest: Int32Array;
  readonly nearest: Int32Array;
  /** The ends in ascending order, and the start that belongs to each. */
  readonly byEnd: { readonly ends: Int32Array; readonly starts: Int32Array };
}

/**
 * Prepares segments.
 *
 * @param spans in text order
 * @param chosen by span: 1 where it counts
 */
export function segmentsOf(spans: readonly Span[], chosen: Uint8Array): Segments {
  const starts: number[] = [];
  const ends: number[] = [];
  spans.forEach(({ start, end }, i) => {
    if (chosen[i] === 0) return;
    const last = starts.length - 1;
    if (last >= 0 && starts[last] === start && ends[last] === end) return;
    starts.push(start);
    ends.push(end);
  });
  const n = starts.length;
  const furthest = new Int32Array(n);
  const nearest = new Int32Array(n);
  for (let i = 0; i < n; i++) furthest[i] = i > 0 ? Math.max(furthest[i - 1]!, ends[i]!) : ends[i]!;
  for (let i = n - 1; i >= 0; i--) nearest[i] = i < n - 1 ? Math.min(nearest[i + 1]!, ends[i]!) : ends[i]!;
  const order = starts.map((_, i) => i).sort((a, b) => ends[a]! - ends[b]!);
  const byEnd = { ends: Int32Array.from(order, (i) => ends[i]!), starts: Int32Array.from(order, (i) => starts[i]!) };
  return { starts: Int32Array.from(starts), ends: Int32Array.from(ends), furthest, nearest, byEnd };
}

/** The position of the first value that is at least `value`; the length if none is. */
export function firstFrom(values: Int32Array, value: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a segment stands so to any of the segments. */
export function standsToAny(operator: Operator, start: number, end: number, among: Segments): boolean {
  const { starts, ends, furthest, nearest, byEnd } = among;
  const n = starts.length;
  switch (operator) {
    case 'equals': {
      for (let i = firstFrom(starts, start); i < n && starts[i] === start; i++) if (ends[i] === end) return true;
      return false;
    }
    case 'within': {
      const from = firstFrom(starts, start);
      if (from > 0 && furthest[from - 1]! >= end) return true;
      const to = firstFrom(starts, start + 1);
      return to > from && ends[to - 1]! > end;
    }
    case 'encloses': {
      const from = firstFrom(starts, start);
      const to = firstFrom(starts, start + 1);
      return (to < n && nearest[to]! <= end) || (to > from && ends[from]! < end);
    }
    case 'overlaps': {
      for (let i = firstFrom(starts, start + 1); i < n && starts[i]! < end; i++) if (ends[i]! > end) return true;
      return false;
    }
    case 'overlapped-by': {
      const to = firstFrom(byEnd.ends, end);
      for (let i = firstFrom(byEnd.ends, start + 1); i < to; i++) if (byEnd.starts[i]! < start) return true;
      return false;
    }
    case 'precedes':
      return n > 0 && starts[n - 1]! >= end;
    case 'follows':
      return n > 0 && byEnd.ends[0]! <= start;
    case 'co-occurs':
    case 'near': {
      const before = firstFrom(starts, end);
      return before > 0 && furthest[before - 1]! > start;
    }
  }
}
