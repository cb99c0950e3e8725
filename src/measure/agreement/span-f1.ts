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
  const all = first.length + second.length;
  if (all === 0) return undefinedAs('neither coder coded anything');
  return { value: (2 * exactMatches(first, second)) / all };
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
  if (first.length + second.length === 0) return undefinedAs('neither coder coded anything');
  const one = meetings(first, second);
  const other = meetings(second, first);
  if (one + other === 0) return { value: 0 };
  const [precision, recall] = [one / first.length, other / second.length];
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
