import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type LaidCoding } from '../../src/coding/laid.js';
import type { Span } from '../../src/core/span.js';
import { type CodedSource, attributeOf } from '../../src/measure/coded-source.js';
import { type Bound, isCondition } from '../../src/measure/query/bound.js';
import { type CaseFacts, addToFacts, holdsOf, leavesOf, mergeFacts } from '../../src/measure/query/case-facts.js';
import { type QueryTools, evaluator } from '../../src/measure/query/evaluate.js';
import { stands } from '../../src/measure/query/relation.js';
import { OPERATORS } from '../../src/measure/query/syntax.js';
import { units } from '../../src/text/unit.js';
import { tokens } from '../../src/text/word.js';
import { CODES, anyStudy } from '../unit/measure/generate.js';

const codes: fc.Arbitrary<Bound> = fc
  .uniqueArray(fc.nat(CODES - 1), { maxLength: 2 })
  .map((list) => ({ kind: 'codes', codes: list.sort((a, b) => a - b) }));
const condition: fc.Arbitrary<Bound> = fc
  .constantFrom(['coder', 'ann'], ['speaker', 'R'], ['role', 'interviewer'], ['field', 'old'], ['case', 'A'])
  .chain(([name, value]) =>
    fc.constantFrom('=' as const, '!=' as const).map((comparison) => ({
      kind: 'condition' as const,
      test: { kind: 'attribute' as const, name: name!, comparison, value: value!, isPattern: false },
    })),
  );
const distance = fc.option(
  fc.record({
    most: fc.nat(6),
    unit: fc.constantFrom('turn' as const, 'paragraph' as const, 'sentence' as const, 'word' as const),
  }),
);

const { expression } = fc.letrec<{ expression: Bound }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 3, arbitrary: codes },
    { weight: 1, arbitrary: condition },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constantFrom('and' as const, 'or' as const),
        left: tie('expression'),
        right: tie('expression'),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('not' as const), of: tie('expression') }) },
    {
      weight: 2,
      arbitrary: fc
        .record({
          kind: fc.constant('relation' as const),
          operator: fc.constantFrom(...OPERATORS),
          left: tie('expression'),
          right: tie('expression'),
          distance,
        })
        .map((one) => (['precedes', 'follows', 'near'].includes(one.operator) ? one : { ...one, distance: null })),
    },
  ),
}));

/** What a query says, looking at every pair, without order, index or short cut. */
function slowly(bound: Bound, source: CodedSource): Set<LaidCoding> {
  const { transcript } = source;
  const turnOf = (coding: Span) =>
    transcript.turns.find((turn) => turn.start < coding.end && coding.start < turn.end && source.included(turn));
  const all = source.codings.filter((coding) => turnOf(coding) !== undefined);
  const same = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;
  const gap = (from: number, to: number, unit: string): number => {
    if (unit === 'word') {
      const { text, furniture } = transcript;
      const pieces: Span[] = [];
      let at = from;
      for (const piece of furniture) {
        if (piece.end <= from || piece.start >= to) continue;
        if (piece.start > at) pieces.push({ start: at, end: piece.start });
        at = piece.end;
      }
      if (at < to) pieces.push({ start: at, end: to });
      return pieces.reduce((sum, piece) => sum + tokens(text, piece).length, 0);
    }
    if (unit === 'turn') {
      const at = (byte: number): number => transcript.turns.findIndex(({ end }) => byte < end);
      return at(to) - at(from - 1);
    }
    const begins = units(transcript, unit as 'sentence').map(({ start }) => start);
    return begins.filter((start) => start <= to).length - begins.filter((start) => start <= from - 1).length;
  };
  const sentences = units(transcript, 'sentence');
  const unitsOf = (span: Span): Span => {
    const holding = (byte: number): Span =>
      sentences.find(({ end }) => byte < end) ??
      sentences.at(-1) ?? { start: transcript.text.length, end: transcript.text.length };
    return {
      start: Math.min(span.start, holding(span.start).start),
      end: Math.max(span.end, holding(span.end - 1).end),
    };
  };
  const value = (part: Bound): LaidCoding[] => {
    switch (part.kind) {
      case 'codes':
        return all.filter(({ code }) => part.codes.includes(code));
      case 'condition': {
        if (part.test.kind !== 'attribute') throw new Error('not made here');
        const { name, comparison, value: wanted } = part.test;
        return all.filter((coding) => {
          const given = name === 'coder' ? coding.coders : [attributeOf(source, turnOf(coding), name)];
          return given.includes(wanted) === (comparison === '=');
        });
      }
      case 'or': {
        const [left, right] = [value(part.left), value(part.right)];
        return all.filter((one) => left.includes(one) || right.includes(one));
      }
      case 'and': {
        const [left, right] = [value(part.left), value(part.right)];
        if (isCondition(part.left) && isCondition(part.right)) return left.filter((one) => right.includes(one));
        if (isCondition(part.right)) return left.filter((one) => right.includes(one));
        if (isCondition(part.left)) return right.filter((one) => left.includes(one));
        return left.filter((one) => right.some((other) => same(one, other)));
      }
      case 'not': {
        const of = value(part.of);
        if (isCondition(part.of)) return all.filter((one) => !of.includes(one));
        return all.filter((one) => !of.some((other) => same(one, other)));
      }
      case 'relation': {
        const right = value(part.right);
        return value(part.left).filter((a) =>
          right.some((b) => {
            const { operator, distance: far } = part;
            if (far === null) {
              if (operator !== 'near') return stands(operator, a, b);
              return stands('co-occurs', unitsOf(a), unitsOf(b));
            }
            const before = a.end <= b.start && gap(a.end, b.start, far.unit) <= far.most;
            const after = b.end <= a.start && gap(b.end, a.start, far.unit) <= far.most;
            if (operator === 'precedes') return before;
            if (operator === 'follows') return after;
            return stands('co-occurs', a, b) || before || after;
          }),
        );
      }
      default:
        throw new Error('not made here');
    }
  };
  return new Set(value(bound));
}

const tools: QueryTools = {
  unit: 'sentence',
  found: () => [],
  inMemo: () => false,
  holds: () => false,
};

describe('a query', () => {
  it('chooses what a search of every pair chooses', () => {
    let chosen = 0;
    fc.assert(
      fc.property(anyStudy, expression, (study, bound) => {
        for (const source of study) {
          const quick = evaluator(source, tools)(bound);
          const found = source.codings.filter((_, i) => quick[i] === 1);
          chosen += found.length;
          expect(new Set(found)).toEqual(slowly(bound, source));
        }
      }),
      { numRuns: 1500, seed: 5 },
    );
    expect(chosen).toBeGreaterThan(2000);
  });

  it('of a case holds where codings of its sources say so', () => {
    const slowlyHolds = (part: Bound, study: readonly CodedSource[], name: string): boolean => {
      const isAsked = part.kind === 'and' && (isCondition(part.left) || isCondition(part.right));
      if (!isCondition(part) && !isAsked) {
        if (part.kind === 'not') return !slowlyHolds(part.of, study, name);
        if (part.kind === 'and') return slowlyHolds(part.left, study, name) && slowlyHolds(part.right, study, name);
        if (part.kind === 'or') return slowlyHolds(part.left, study, name) || slowlyHolds(part.right, study, name);
      }
      return study.some((source) =>
        [...slowly(part, source)].some((coding) => {
          const turn = source.transcript.turns.find(
            (one) => one.start < coding.end && coding.start < one.end && source.included(one),
          );
          return attributeOf(source, turn, 'case') === name;
        }),
      );
    };
    let held = 0;
    fc.assert(
      fc.property(anyStudy, expression, fc.nat(5), (study, bound, cut) => {
        const leaves = leavesOf(bound);
        const facts: CaseFacts = new Map();
        const later: CaseFacts = new Map();
        study.forEach((source, i) => addToFacts(i < cut ? facts : later, leaves, source, tools));
        mergeFacts(facts, later);
        for (const [name, own] of facts) {
          const holds = holdsOf(bound, own);
          held += holds ? 1 : 0;
          expect(holds).toBe(slowlyHolds(bound, study, name));
        }
      }),
      { numRuns: 600, seed: 6 },
    );
    expect(held).toBeGreaterThan(300);
  });
});

describe('two segments', () => {
  const span = fc
    .tuple(fc.nat(12), fc.integer({ min: 1, max: 6 }))
    .map(([start, size]) => ({ start, end: start + size }));

  it('stand to each other in exactly one of seven ways', () => {
    const ways = ['equals', 'within', 'encloses', 'overlaps', 'overlapped-by', 'precedes', 'follows'] as const;
    fc.assert(
      fc.property(span, span, (a, b) => {
        const held = ways.filter((way) => stands(way, a, b));
        expect(held).toHaveLength(1);
        expect(stands('co-occurs', a, b)).toBe(!['precedes', 'follows'].includes(held[0]!));
      }),
      { numRuns: 2000, seed: 7 },
    );
  });
});
