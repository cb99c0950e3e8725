import { type SpanMatches, exactMatches, exactOf, meetings, partialOf } from '../agreement/span-f1.js';
import type { Measured } from '../measured.js';
import { type Compared, type ComparedText, pairsOf } from './compared.js';
import { continuumOf } from './continuum-of.js';
import { type PairReason, meanOf, reasonsOf } from './pair-reasons.js';
import { type Figure, NO_PART, type Part } from './part.js';

/** For each pair, for each code: how the two coders' segments match. Behind all pairs, for each code: segments of anybody. */
const MATCHES = ['same', 'firstMeeting', 'secondMeeting', 'first', 'second'] as const;
const SIZE = MATCHES.length;

/**
 * F1 of segments, of more than two coders the mean over their pairs: segments that are the same in start, end and code, and
 * segments that overlap under the same code. `spread` is the standard deviation over pairs, divided by their number.
 */
export function spanPart(compared: Compared): Part {
  const { coders, codes, sources } = compared;
  if (sources.some(({ text }) => text === null)) return NO_PART;
  const pairs = pairsOf(coders.length);
  const why = reasonsOf(compared);
  const places = new Map(codes.map((code, i) => [code, i]));
  const sums = sources.map(({ text }) => {
    const all = new Float64Array((pairs.length * SIZE + 1) * codes.length);
    for (const { code } of onSharedSpeech(text!)) all[pairs.length * codes.length * SIZE + places.get(code)!]!++;
    pairs.forEach(({ first, second }, pair) => {
      const [own, others] = continuumOf(text!, [first, second]).coders as [readonly Segment[], readonly Segment[]];
      const ofCode = grouped(own);
      const othersOfCode = grouped(others);
      for (const code of new Set([...ofCode.keys(), ...othersOfCode.keys()])) {
        const [a, b] = [ofCode.get(code) ?? [], othersOfCode.get(code) ?? []];
        const counts = [exactMatches(a, b), meetings(a, b), meetings(b, a), a.length, b.length];
        all.set(counts, (pair * codes.length + places.get(code)!) * SIZE);
      }
    });
    return all;
  });
  const summed = (all: Float64Array, pair: number, code?: number): SpanMatches => {
    const counts = { same: 0, firstMeeting: 0, secondMeeting: 0, first: 0, second: 0 };
    codes.forEach((_, i) => {
      if (code !== undefined && code !== i) return;
      MATCHES.forEach((key, k) => (counts[key] += all[(pair * codes.length + i) * SIZE + k]!));
    });
    return counts;
  };
  const figuresOf = (code?: number): Figure[] => {
    const ofPairs = (all: Float64Array, f1: (matches: SpanMatches) => Measured): Measured[] =>
      pairs.map((_, pair) => f1(summed(all, pair, code)));
    const count = (all: Float64Array): number => {
      const own = all.subarray(pairs.length * codes.length * SIZE);
      return code === undefined ? own.reduce((sum, n) => sum + n, 0) : own[code]!;
    };
    const shared = {
      ...{ counted: 'segments' as const, count },
      ...(code !== undefined && { code: codes[code]! }),
      ...(pairs.length > 1 && { pairs: pairs.length }),
    };
    return [
      { ...EXACT, ...shared, measure: (all) => meanOf(ofPairs(all, exactOf), why) },
      ...(pairs.length > 1
        ? [{ ...SPREAD, ...shared, measure: (all: Float64Array) => spreadOf(ofPairs(all, exactOf), why) }]
        : []),
      { ...PARTIAL, ...shared, measure: (all) => meanOf(ofPairs(all, partialOf), why) },
    ];
  };
  return { sums, figures: [...figuresOf(), ...codes.flatMap((_, code) => figuresOf(code))] };
}

/** The segments of all coders, each once, on speech that another saw too. */
function onSharedSpeech({ stretches, segments }: ComparedText): readonly Segment[] {
  const shared = stretches.map((stretch) => {
    const isShared = stretch.seen.filter(Boolean).length > 1;
    return isShared ? stretch : { ...stretch, seen: stretch.seen.map(() => false) };
  });
  return segments.flatMap((_, coder) => continuumOf({ stretches: shared, segments }, [coder]).coders.flat());
}

type Segment = { readonly start: number; readonly end: number; readonly code: string };

const EXACT = {
  id: 'f1-exact',
  name: 'F1, same segments',
  formula: '2M / (N1 + N2) over segments alike in start, end and code',
  range: 'share',
} as const;
const SPREAD = {
  id: 'f1-exact-sd',
  name: 'F1, same segments: SD over pairs',
  formula: '√(Σ (F1 − mean)² / pairs)',
  range: 'spread',
} as const;
const PARTIAL = {
  id: 'f1-partial',
  name: 'F1, overlapping segments',
  formula: '2PR / (P + R), P and R the shares that overlap one of the other under the same code',
  range: 'share',
} as const;

function spreadOf(values: readonly Measured[], why: PairReason): Measured {
  const mean = meanOf(values, why);
  if (mean.value === null) return mean;
  const variance = values.reduce((sum, { value }) => sum + (value! - mean.value) ** 2, 0) / values.length;
  return { value: Math.sqrt(variance) };
}

function grouped(segments: readonly Segment[]): Map<string, Segment[]> {
  const groups = new Map<string, Segment[]>();
  for (const segment of segments) {
    const group = groups.get(segment.code);
    if (group) group.push(segment);
    else groups.set(segment.code, [segment]);
  }
  return groups;
}
