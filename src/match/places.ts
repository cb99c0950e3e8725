import { countBelow } from '../core/bisection.js';
import type { Span } from '../core/span.js';

/** Matches arranged so that the nearest to a hit, or one around it, is found by bisection. */
export interface Places {
  /** The last end at or before an offset, or −1. */
  readonly endBefore: (offset: number) => number;
  /** The first start at or after an offset, or Infinity. */
  readonly startAfter: (offset: number) => number;
  /** Whether one of the places holds the span wholly. */
  readonly enclose: (span: Span) => boolean;
  /** Whether one of the places shares a byte with the span. */
  readonly meet: (span: Span) => boolean;
}

/** @param spans by start */
export function placesOf(spans: readonly Span[]): Places {
  const starts = spans.map(({ start }) => start);
  const ends = spans.map(({ end }) => end).sort((a, b) => a - b);
  const furthest: number[] = [];
  for (const { end } of spans) furthest.push(Math.max(end, furthest.at(-1) ?? -1));
  /** The furthest end of the places that start before an offset. */
  const reach = (offset: number): number => furthest[countBelow(starts, offset) - 1] ?? -1;
  return {
    endBefore: (offset) => ends[countBelow(ends, offset + 1) - 1] ?? -1,
    startAfter: (offset) => starts[countBelow(starts, offset)] ?? Infinity,
    enclose: ({ start, end }) => reach(start + 1) >= end,
    meet: ({ start, end }) => reach(end) > start,
  };
}
