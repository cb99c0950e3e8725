import { countBelow } from '../../core/bisection.js';
import type { Span } from '../../core/span.js';
import { type Measured, undefinedAs } from '../measured.js';

/** A segment that a coder gave a code. Positions are half-open and of one source. */
export interface CodedSpan extends Span {
  readonly code: string;
}

/**
 * F1 of two coders' segments of one source that are the same in start, end and code: 2M / (N1 + N2), either coder taken as
 * the standard (Hripcsak & Rothschild 2005). Each segment matches one other at most. Undefined where neither coded.
 *
 * @example
 * exactF1([{ start: 0, end: 5, code: 'a' }, { start: 9, end: 12, code: 'b' }], [{ start: 0, end: 5, code: 'a' }]) // => { value: 0.6666667 }
 */
export function exactF1(first: readonly CodedSpan[], second: readonly CodedSpan[]): Measured {
  return exactOf({ same: exactMatches(first, second), first: first.length, second: second.length });
}

/** How two coders' segments match. */
export interface SpanMatches {
  /** How many are the same in start, end and code. */
  readonly same: number;
  /** How many of the first's overlap one of the second's under the same code, and of the second's one of the first's. */
  readonly firstMeeting: number;
  readonly secondMeeting: number;
  /** How many there are in all. */
  readonly first: number;
  readonly second: number;
}

const NOTHING = undefinedAs('neither coder coded anything');

/**
 * F1 of segments that are the same.
 *
 * @example
 * exactOf({ same: 1, first: 2, second: 1 }) // => { value: 0.6666667 }
 */
export function exactOf({ same, first, second }: Pick<SpanMatches, 'same' | 'first' | 'second'>): Measured {
  return first + second === 0 ? NOTHING : { value: (2 * same) / (first + second) };
}

/**
 * How many segments of two coders are the same in start, end and code.
 *
 * @example
 * exactMatches([{ start: 0, end: 5, code: 'a' }], [{ start: 0, end: 5, code: 'a' }, { start: 0, end: 5, code: 'b' }]) // => 1
 */
export function exactMatches(first: readonly CodedSpan[], second: readonly CodedSpan[]): number {
  const key = ({ start, end, code }: CodedSpan): string => `${start} ${end} ${code}`;
  const left = new Map<string, number>();
  for (const span of second) left.set(key(span), (left.get(key(span)) ?? 0) + 1);
  let matches = 0;
  for (const span of first) {
    const available = left.get(key(span)) ?? 0;
    if (available === 0) continue;
    left.set(key(span), available - 1);
    matches++;
  }
  return matches;
}

/**
 * F1 of two coders' segments of one source that overlap by a position or more under the same code: the harmonic mean of the
 * share of the first's segments that meet one of the second's and the other way round. Kind to long segments: one over the
 * whole text meets all of its code.
 *
 * @example
 * partialF1([{ start: 0, end: 5, code: 'a' }, { start: 9, end: 12, code: 'a' }], [{ start: 4, end: 6, code: 'a' }]) // => { value: 0.6666667 }
 */
export function partialF1(first: readonly CodedSpan[], second: readonly CodedSpan[]): Measured {
  return partialOf({
    firstMeeting: meetings(first, second),
    secondMeeting: meetings(second, first),
    first: first.length,
    second: second.length,
  });
}

/**
 * F1 of segments that overlap.
 *
 * @example
 * partialOf({ firstMeeting: 1, secondMeeting: 1, first: 2, second: 1 }) // => { value: 0.6666667 }
 */
export function partialOf({ firstMeeting, secondMeeting, first, second }: Omit<SpanMatches, 'same'>): Measured {
  if (first + second === 0) return NOTHING;
  if (firstMeeting + secondMeeting === 0) return { value: 0 };
  const [precision, recall] = [firstMeeting / first, secondMeeting / second];
  return { value: (2 * precision * recall) / (precision + recall) };
}

/**
 * How many segments overlap one of the others, of one source, by a position or more under the same code.
 *
 * @example
 * meetings([{ start: 0, end: 5, code: 'a' }, { start: 9, end: 12, code: 'a' }], [{ start: 4, end: 6, code: 'a' }]) // => 1
 */
export function meetings(spans: readonly CodedSpan[], others: readonly CodedSpan[]): number {
  const byCode = new Map<string, { starts: number[]; ends: number[] }>();
  for (const { start, end, code } of others) {
    const ofCode = byCode.get(code) ?? { starts: [], ends: [] };
    byCode.set(code, ofCode);
    ofCode.starts.push(start);
    ofCode.ends.push(end);
  }
  for (const { starts, ends } of byCode.values()) {
    starts.sort((a, b) => a - b);
    ends.sort((a, b) => a - b);
  }
  return spans.filter(({ start, end, code }) => {
    const ofCode = byCode.get(code);
    // Those that begin before its end, less those that end before it begins.
    return ofCode !== undefined && countBelow(ofCode.starts, end) > countBelow(ofCode.ends, start + 1);
  }).length;
}
