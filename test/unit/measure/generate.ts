import fc from 'fast-check';
import { type LaidCoding, byPlace } from '../../../src/coding/laid.js';
import type { CodedSource } from '../../../src/measure/coded-source.js';
import { type Said, sourceOf } from './build.js';

/** A small tree: a (b (c), d), e. */
export const TREE = [['a'], ['b', 'a'], ['c', 'b'], ['d', 'a'], ['e', '', false]] as const;
export const CODES = TREE.length;

const words = fc.constantFrom(
  'we',
  'trust',
  '信任',
  '他们。',
  'them.',
  'No!',
  '好',
  'old-time',
  '\n\n',
  '政府？',
  '…',
  'a',
);
const said: fc.Arbitrary<Said> = fc
  .record({
    speaker: fc.constantFrom('I', 'R', 'r', 'S'),
    text: fc.array(words, { minLength: 0, maxLength: 12 }).map((list) => list.join(' ')),
  })
  .map(({ speaker, text }) => ({ speaker, text, role: speaker === 'I' ? 'interviewer' : 'respondent' }));

interface RawCoding {
  readonly from: number;
  readonly length: number;
  readonly code: number;
  readonly hand: boolean;
  readonly hits: readonly (readonly [number, number])[];
}

const rawCoding: fc.Arbitrary<RawCoding> = fc.record({
  from: fc.nat(1000),
  length: fc.integer({ min: 1, max: 40 }),
  code: fc.nat(CODES - 1),
  hand: fc.boolean(),
  hits: fc.array(fc.tuple(fc.nat(39), fc.integer({ min: 1, max: 6 })), { maxLength: 3 }),
});

/** Sources over three cases, in any order, with codings laid anywhere: across turns, labels and each other. */
export const anyStudy: fc.Arbitrary<CodedSource[]> = fc
  .array(
    fc.record({
      ofCase: fc.constantFrom('A', 'B', 'C'),
      people: fc.boolean(),
      outsider: fc.boolean(),
      looked: fc.subarray([0, 1, 2, 3, 4]),
      noInterviewer: fc.boolean(),
      said: fc.array(said, { maxLength: 5 }),
      codings: fc.array(rawCoding, { maxLength: 12 }),
    }),
    { maxLength: 5 },
  )
  .map((sources) =>
    sources.map((raw, index) => {
      const bare = sourceOf(`s${index}.txt`, { said: raw.said });
      const { transcript } = bare;
      const codings = laidOf(transcript.text, raw.codings);
      // Nobody codes without looking.
      const lookedSet = new Set([...raw.looked, ...codings.map(({ code }) => code)]);
      return {
        ...bare,
        case: raw.ofCase,
        attributes: {
          type: raw.ofCase === 'C' ? 'government' : 'provider',
          ...(raw.ofCase === 'B' ? {} : { field: 'old' }),
        },
        lookedAt: (code: number) => lookedSet.has(code),
        included: (turn) => !raw.noInterviewer || turn.role !== 'interviewer',
        ...(raw.people && { personal: new Set(['case', 'type']) }),
        turnAttribute: (turn, name) => {
          if (!raw.people || turn.speaker !== 'S') return undefined;
          return name === 'case' ? 'C' : name === 'type' ? 'government' : undefined;
        },
        codings,
      } satisfies CodedSource;
    }),
  );

/** Codings at character boundaries, one for each segment and code. */
function laidOf(text: Uint8Array, raw: readonly RawCoding[]): LaidCoding[] {
  if (text.length === 0) return [];
  const boundary = (at: number): number => {
    let byte = Math.min(at, text.length);
    while (byte < text.length && (text[byte]! & 0xc0) === 0x80) byte++;
    return byte;
  };
  const laid = new Map<string, LaidCoding>();
  for (const { from, length, code, hand, hits } of raw) {
    const start = boundary(from % text.length);
    const end = boundary(start + length);
    if (start >= end) continue;
    const spans = hits
      .map(([at, size]) => ({
        start: boundary(start + at),
        end: Math.min(end, boundary(start + at + size)),
        code,
        rule: 0,
      }))
      .filter((hit) => hit.start < hit.end)
      .sort((a, b) => a.start - b.start || a.end - b.end)
      .filter((hit, i, all) => i === 0 || hit.start >= all[i - 1]!.end);
    const coders = hand || spans.length === 0 ? ['ann'] : [];
    laid.set(`${start} ${end} ${code}`, { start, end, code, hits: hand ? [] : spans, coders });
  }
  return [...laid.values()].sort(byPlace);
}
