import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type LaidCoding } from '../../src/coding/laid.js';
import type { Span } from '../../src/core/span.js';
import { type CodedSource, attributeOf } from '../../src/measure/coded-source.js';
import { type Bound, isCondition } from '../../src/measure/query/bound.js';
import { type CaseFacts, addToFacts, holdsOf, leavesOf, mergeFacts } from '../../src/measure/query/case-facts.js';
import { type QueryTools, evaluator } from '../../src/measure/query/evaluate.js';
import { isWhole } from '../../src/measure/query/known.js';
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

/** A code, relation or condition, or that it is not so. */
interface Literal {
  readonly is: boolean;
  readonly of: Bound;
}

/** A query written out as alternatives, in each of which everything must be so. */
function alternatives(part: Bound, is = true): Literal[][] {
  if (part.kind === 'not') return alternatives(part.of, !is);
  if (part.kind !== 'and' && part.kind !== 'or') return [[{ is, of: part }]];
  const [left, right] = [alternatives(part.left, is), alternatives(part.right, is)];
  if ((part.kind === 'or') === is) return [...left, ...right];
  return left.flatMap((one) => right.map((other) => [...one, ...other]));
}

/** What a query says, looking at every pair, without order, index or short cut. */
function slowly(bound: Bound, source: CodedSource): Set<LaidCoding> {
  const { transcript } = source;
  const turnOf = (coding: Span) =>
    transcript.turns.find((turn) => turn.start < coding.end && coding.start < turn.end && source.included(turn));
  const everything = source.codings.filter((coding) => turnOf(coding) !== undefined);
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
  /** What is asked of one coding; of the codes and relations on its segment, too. */
  const holds = ({ is, of }: Literal, one: LaidCoding): boolean => {
    const found = isCondition(of) ? leaf(of).includes(one) : leaf(of).some((other) => same(one, other));
    // Where nobody looked, nothing is known not to be.
    return is ? found : !found && isWhole(of, source.lookedAt);
  };
  /** Of each alternative: the codings of its first code or relation of which all the rest holds. */
  const value = (part: Bound): LaidCoding[] => {
    const chosen = alternatives(part).map((all) => {
      const first = all.find(({ of }) => !isCondition(of));
      const among = first?.is === true ? leaf(first.of) : everything;
      return among.filter((one) => all.every((literal) => holds(literal, one)));
    });
    return everything.filter((one) => chosen.some((codings) => codings.includes(one)));
  };
  const leaf = (part: Bound): LaidCoding[] => {
    switch (part.kind) {
      case 'codes':
        return everything.filter(({ code }) => part.codes.includes(code));
      case 'condition': {
        if (part.test.kind !== 'attribute') throw new Error('not made here');
        const { name, comparison, value: wanted } = part.test;
        return everything.filter((coding) => {
          const given = name === 'coder' ? coding.coders : [attributeOf(source, turnOf(coding), name)];
          const key = (label: string): string => (name === 'speaker' ? label.toLowerCase() : label);
          return given.map(key).includes(key(wanted)) === (comparison === '=');
        });
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

  it('keeps to the laws of and, or and not, conditions and codes mixed as they come', () => {
    const not = (of: Bound): Bound => ({ kind: 'not', of });
    const and = (left: Bound, right: Bound): Bound => ({ kind: 'and', left, right });
    const or = (left: Bound, right: Bound): Bound => ({ kind: 'or', left, right });
    const laws: readonly ((a: Bound, b: Bound, c: Bound) => readonly [Bound, Bound])[] = [
      (a, b) => [not(or(a, b)), and(not(a), not(b))],
      (a, b) => [not(and(a, b)), or(not(a), not(b))],
      (a) => [not(not(a)), a],
      (a, b, c) => [and(a, or(b, c)), or(and(a, b), and(a, c))],
      (a, b, c) => [and(or(a, b), c), or(and(a, c), and(b, c))],
      (a, b, c) => [and(a, not(or(b, c))), and(and(a, not(b)), not(c))],
      (a, b, c) => [and(a, and(b, c)), and(and(a, b), c)],
    ];
    let chosen = 0;
    fc.assert(
      fc.property(anyStudy, expression, expression, expression, (study, a, b, c) => {
        for (const source of study) {
          for (const law of laws) {
            const [one, other] = law(a, b, c).map((each) => evaluator(source, tools)(each));
            chosen += one!.filter((each) => each === 1).length;
            expect(one).toEqual(other);
          }
        }
      }),
      { numRuns: 400, seed: 8 },
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
