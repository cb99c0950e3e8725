import { countBelow } from '../../core/bisection.js';
import type { CodedSpan } from '../agreement/span-f1.js';
import type { Continuum } from '../unitizing/continuum.js';
import type { ComparedText } from './compared.js';

/**
 * The speech that some coders all saw, end to end, with their segments on it: what lies outside is cut off.
 *
 * @param coders their places
 * @param code this code alone, on the speech where all looked for it. A coder's overlapping segments of it are one;
 *   touching ones stay two
 * @example
 * continuumOf({ stretches: [{ length: 5, seen: [true, false], asked: null }, { length: 9, seen: [true, true], asked: null }], segments: [[{ start: 3, end: 8, code: 'a' }], []] }, [0, 1]) // => { length: 9, coders: [[{ start: 0, end: 3, code: 'a' }], []] }
 */
export function continuumOf(
  { stretches, segments }: ComparedText,
  coders: readonly number[],
  code?: string,
): Continuum {
  const starts = [0];
  const places = [0];
  for (const { length, seen, asked } of stretches) {
    const isIn = coders.every((coder) => seen[coder]) && (code === undefined || (asked?.has(code) ?? true));
    starts.push(starts.at(-1)! + length);
    places.push(places.at(-1)! + (isIn ? length : 0));
  }
  const placeOf = (position: number): number => {
    const i = countBelow(starts, position + 1) - 1;
    return Math.min(places[i]! + position - starts[i]!, places[i + 1] ?? places[i]!);
  };
  const cut = segments.map((own) =>
    own.flatMap((segment) => {
      if (code !== undefined && segment.code !== code) return [];
      const [start, end] = [placeOf(segment.start), placeOf(segment.end)];
      return start < end ? [{ start, end, code: segment.code }] : [];
    }),
  );
  const chosen = coders.map((coder) => cut[coder]!);
  return { length: places.at(-1)!, coders: code === undefined ? chosen : chosen.map(joined) };
}

/**
 * The same with each coder's segments that overlap under the same code as one: that is no overlap of codes.
 *
 * @example
 * joinedByCode({ length: 9, coders: [[{ start: 0, end: 5, code: 'a' }, { start: 0, end: 3, code: 'a' }, { start: 5, end: 7, code: 'b' }]] }).coders // => [[{ start: 0, end: 5, code: 'a' }, { start: 5, end: 7, code: 'b' }]]
 */
export function joinedByCode({ length, coders }: Continuum): Continuum {
  const ofCoder = (own: readonly CodedSpan[]): CodedSpan[] =>
    [...new Set(own.map(({ code }) => code))]
      .flatMap((code) => joined(own.filter((segment) => segment.code === code)))
      .sort((a, b) => a.start - b.start || a.end - b.end);
  return { length, coders: coders.map(ofCoder) };
}

/** Segments of one code, those that overlap joined. */
function joined(segments: readonly CodedSpan[]): CodedSpan[] {
  const found: { start: number; end: number; code: string }[] = [];
  for (const { start, end, code } of [...segments].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = found.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else found.push({ start, end, code });
  }
  return found;
}
