import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type LaidCoding, NOBODY, byPlace } from '../../src/coding/laid.js';
import type { PlacedLog } from '../../src/coding/placed.js';
import type { Span } from '../../src/core/span.js';
import { ADJUDICATOR, type AnalysisSet, layCodings, lookedAt } from '../../src/measure/analysis-set.js';

const CODES = ['trust', 'fear', 'logic'];
const codeOf = new Map(CODES.map((code, index) => [code, index]));

/** Few segments, so that rules, hands and verdicts really meet; neighbours and overlaps are among them. */
const segment = fc.constantFrom<Span>(
  { start: 0, end: 5 },
  { start: 0, end: 9 },
  { start: 3, end: 9 },
  { start: 9, end: 12 },
);
const code = fc.constantFrom(...CODES);
const memo = fc.constantFrom(undefined, '', 'a memo', 'another');
const time = fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z', '2026-02-01T00:00:00.000Z');

const rules: fc.Arbitrary<LaidCoding[]> = fc
  .uniqueArray(fc.tuple(segment, code, fc.integer({ min: 1, max: 3 })), {
    selector: ([{ start, end }, id]) => `${start} ${end} ${id}`,
    maxLength: 10,
  })
  .map((list) =>
    list
      .map(([{ start, end }, id, hits]) => ({
        start,
        end,
        code: codeOf.get(id)!,
        hits: Array.from({ length: hits }, (_, i) => ({
          start: start + i,
          end: start + i + 1,
          code: codeOf.get(id)!,
          rule: 0,
        })),
        coders: NOBODY,
      }))
      .sort(byPlace),
  );

const logOf = (coder: string): fc.Arbitrary<PlacedLog> =>
  fc
    .record({
      codings: fc.array(fc.record({ segment, code, memo, time }), { maxLength: 6 }),
      // A coder has one verdict on a segment and code: the fold of a log keeps the last.
      verdicts: fc.uniqueArray(
        fc.record({ segment, code, memo, at: time, verdict: fc.constantFrom<'accept' | 'reject'>('accept', 'reject') }),
        {
          selector: ({ segment: { start, end }, code: id }) => `${start} ${end} ${id}`,
          maxLength: 6,
        },
      ),
      seen: fc.boolean(),
    })
    .map(({ codings, verdicts, seen }) => ({
      coder,
      codings: codings.map(({ memo: words, time: when, ...rest }, i) => ({
        ...rest,
        id: `${coder}${i}`,
        source: 's',
        by: { coder, at: when },
        ...(words !== undefined && { memo: words }),
      })),
      verdicts: verdicts.map(({ memo: words, ...rest }) => ({ ...rest, ...(words !== undefined && { memo: words }) })),
      seen: seen
        ? [
            {
              event: 'seen',
              id: `${coder}s`,
              at: '',
              unit: { kind: 'turn', start: 0, end: 1, digest: '' },
              codebook: '',
            },
          ]
        : [],
      doubtful: [],
      diagnostics: [],
    }));

const logs = fc.subarray(['ann', 'ben', ADJUDICATOR]).chain((coders) => fc.tuple(...coders.map(logOf)));
const sets: AnalysisSet[] = [
  { kind: 'rules' },
  { kind: 'manual' },
  { kind: 'all' },
  { kind: 'adjudicated' },
  { kind: 'coder', coder: 'ann' },
  { kind: 'coder', coder: 'nobody' },
];
const anySet = fc.constantFrom(...sets);

const inSet = ({ coder }: PlacedLog, set: AnalysisSet): boolean =>
  set.kind === 'coder'
    ? coder === set.coder
    : set.kind === 'adjudicated'
      ? coder === ADJUDICATOR
      : set.kind !== 'rules' && coder !== ADJUDICATOR;
const at = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;

/** The definitions read out one place after another: is there a coding, with which hits, by whom? */
function naive(found: readonly LaidCoding[], all: readonly PlacedLog[], set: AnalysisSet): LaidCoding[] {
  const hands = all.filter((log) => inSet(log, set));
  const places = [
    ...found,
    ...hands.flatMap(({ codings, verdicts }) => [...codings, ...verdicts].map(({ segment: span }) => span)),
  ];
  const laid: LaidCoding[] = [];
  for (let index = 0; index < CODES.length; index++) {
    for (const { start, end } of places) {
      const place = { start, end };
      if (laid.some((one) => one.code === index && at(one, place))) continue;
      const rule = found.find((one) => one.code === index && at(one, place));
      const about = hands.map((log) => ({
        coder: log.coder,
        applied: log.codings.filter((one) => one.code === CODES[index] && at(one.segment, place)),
        verdict: log.verdicts.find((one) => one.code === CODES[index] && at(one.segment, place)),
      }));
      const rejected = about.some(({ verdict }) => verdict?.verdict === 'reject');
      const accepts = about.filter(({ verdict }) => verdict?.verdict === 'accept' && !(set.kind === 'all' && rejected));
      const applies = about.filter(({ applied }) => applied.length > 0);
      const hitsCount =
        rule !== undefined && (set.kind === 'rules' || (set.kind === 'all' ? !rejected : accepts.length > 0));
      if (!hitsCount && accepts.length === 0 && applies.length === 0) continue;
      const coders = [...new Set([...applies, ...accepts].map(({ coder }) => coder))].sort();
      const memos = [
        ...applies.flatMap(({ applied }) => applied.map((one) => one.memo)),
        ...accepts.map(({ verdict }) => verdict!.memo),
      ].filter((words): words is string => words !== undefined && words !== '');
      const times = [
        ...applies.flatMap(({ applied }) => applied.map(({ by }) => ('at' in by ? by.at : ''))),
        ...accepts.map(({ verdict }) => verdict!.at),
      ].sort();
      laid.push({
        ...place,
        code: index,
        hits: hitsCount ? rule!.hits : [],
        coders,
        ...(memos.length > 0 && { memos }),
        ...(times.length > 0 && { at: times[0]! }),
      });
    }
  }
  return laid.sort(byPlace);
}

describe('laying an analysis set over a source', () => {
  it('is what the definitions say, place by place', () => {
    fc.assert(
      fc.property(rules, logs, anySet, (found, all, set) => {
        expect(layCodings(found, all, set, codeOf)).toEqual(naive(found, all, set));
      }),
      { seed: 1, numRuns: 3000 },
    );
  });

  it('gives one coding for each segment and code, in order, whatever the order of the coders', () => {
    fc.assert(
      fc.property(rules, logs, anySet, (found, all, set) => {
        const laid = layCodings(found, all, set, codeOf);
        laid.forEach((one, i) => i === 0 || expect(byPlace(laid[i - 1]!, one)).toBeLessThan(0));
        const withoutMemos = (list: readonly LaidCoding[]) => list.map(({ memos: _, ...rest }) => rest);
        expect(withoutMemos(layCodings(found, [...all].reverse(), set, codeOf))).toEqual(withoutMemos(laid));
      }),
      { seed: 2, numRuns: 1000 },
    );
  });

  it('says that somebody looked wherever there is a coding, and says it by coder or by rule', () => {
    fc.assert(
      fc.property(rules, logs, anySet, fc.subarray([0, 1, 2]), (found, all, set, ran) => {
        const looked = lookedAt(
          all.map((log) => ({ log, looked: null })),
          set,
          (index) => ran.includes(index),
        );
        const hands = all.filter((log) => inSet(log, set));
        const worked = hands.some(
          ({ codings, verdicts, seen }) => codings.length > 0 || verdicts.length > 0 || seen.length > 0,
        );
        for (let index = 0; index < CODES.length; index++) {
          expect(looked(index)).toBe(worked || ((set.kind === 'rules' || set.kind === 'all') && ran.includes(index)));
        }
        const real = found.filter((one) => ran.includes(one.code));
        for (const one of layCodings(real, all, set, codeOf)) expect(looked(one.code)).toBe(true);
      }),
      { seed: 3, numRuns: 1000 },
    );
  });

  it('an accepted hit of a rule that has gone stands, without hits', () => {
    fc.assert(
      fc.property(logs, anySet, (all, set) => {
        for (const one of layCodings([], all, set, codeOf)) {
          expect(one.hits).toEqual([]);
          expect(one.coders.length).toBeGreaterThan(0);
        }
      }),
      { seed: 4 },
    );
  });
});
