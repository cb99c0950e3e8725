import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Span } from '../../src/core/span.js';
import { type CodedSource, attributeOf } from '../../src/measure/coded-source.js';
import type { MeetingPlace } from '../../src/measure/cooccurrence-types.js';
import { type PairGroup, finishPairs } from '../../src/measure/pairs/finish.js';
import { type PairOptions, addToPairs, createPairs, mergePairs } from '../../src/measure/pairs/tally.js';
import type { Turn } from '../../src/text/transcript.js';
import { units } from '../../src/text/unit.js';
import { codebookOf } from '../unit/measure/build.js';
import { CODES, TREE, anyStudy } from '../unit/measure/generate.js';

const codebook = codebookOf(TREE);
const codes = TREE.map((_, code) => code);
const parentOf = TREE.map(([, parent]) => TREE.findIndex(([id]) => id === parent));
const inSubtree = (code: number, top: number): boolean =>
  code === top || (code >= 0 && inSubtree(parentOf[code] ?? -1, top));
const meet = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

type Unit = Exclude<MeetingPlace, 'overlap'>;

function pairsOf(sources: readonly CodedSource[], options: PairOptions): PairGroup[] {
  const tally = createPairs(codebook, options);
  for (const source of sources) addToPairs(tally, source);
  return finishPairs(tally, codebook, codes);
}

/** The turns of a group that pass the filters; none is the place of a source without turns. */
function turnsOf(source: CodedSource, by: string | null, group: string): readonly (Turn | undefined)[] {
  const { turns } = source.transcript;
  const passing = turns.length === 0 ? [undefined] : turns.filter(source.included);
  return passing.filter((turn) => by === null || attributeOf(source, turn, by) === group);
}

/** The obviously right version: each unit of the group written down with the codes that it has. */
function unitsOf(sources: readonly CodedSource[], unit: Unit, by: string | null, group: string, rollup: boolean) {
  const found = new Map<string, Set<number>>();
  sources.forEach((source, index) => {
    const own = turnsOf(source, by, group);
    if (own.length === 0) return;
    const said = own.filter((turn) => turn !== undefined);
    const turnOf = (span: Span): Turn | undefined => said.find((turn) => meet(turn, span));
    const codings = source.codings.filter((coding) => turnOf(coding) !== undefined);
    const put = (key: string, codesHere: readonly number[]): void => {
      const set = found.get(key) ?? new Set();
      found.set(key, set);
      for (const code of codesHere) {
        for (const above of rollup ? codes : [code]) if (inSubtree(code, above)) set.add(above);
      }
    };
    if (unit === 'case') {
      for (const turn of own) put(attributeOf(source, turn, 'case'), []);
      for (const coding of codings) put(attributeOf(source, turnOf(coding), 'case'), [coding.code]);
    } else if (unit === 'source') {
      put(
        String(index),
        codings.map(({ code }) => code),
      );
    } else {
      for (const one of units(source.transcript, unit).filter((span) => turnOf(span) !== undefined))
        put(
          `${index} ${one.start}`,
          codings.filter((coding) => meet(coding, one)).map(({ code }) => code),
        );
    }
  });
  return [...found.values()];
}

/** The ways to choose k of n. */
const choose = (n: number, k: number): number => (k < 0 || k > n ? 0 : k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);

function naiveFisher(both: number, first: number, second: number, all: number): number {
  const ways = (x: number): number => choose(first, x) * choose(all - first, second - x);
  const counts = Array.from({ length: Math.min(first, second) + 1 }, (_, x) => ways(x));
  const likely = counts.filter((count) => count <= ways(both) * (1 + 1e-7));
  return likely.reduce((sum, count) => sum + count, 0) / choose(all, second);
}

/** The correlation of two columns of noughts and ones. */
function correlation(rows: readonly (readonly [number, number])[]): number {
  const mean = (of: (row: readonly [number, number]) => number): number =>
    rows.reduce((sum, row) => sum + of(row), 0) / rows.length;
  const [a, b] = [mean(([x]) => x), mean(([, y]) => y)];
  return mean(([x, y]) => (x - a) * (y - b)) / Math.sqrt(mean(([x]) => (x - a) ** 2) * mean(([, y]) => (y - b) ** 2));
}

/** Of each p the least of n·p′/rank over all p′ no smaller. */
function naiveAdjusted(p: readonly number[], one: number): number {
  const rank = (value: number): number => p.filter((other) => other <= value).length;
  return Math.min(1, ...p.filter((other) => other >= one).map((other) => (p.length * other) / rank(other)));
}

const near = (value: number): number => expect.closeTo(value, 9) as unknown as number;
const anyOptions = fc.record({
  unit: fc.constantFrom<Unit[]>('sentence', 'turn', 'source', 'case'),
  rollup: fc.boolean(),
  by: fc.constantFrom(null, 'type', 'case', 'role', 'field'),
  units: fc.constant(true),
  everywhere: fc.constant(codes.map(() => false)),
  language: fc.constant(null),
});

describe('pairs of codes', () => {
  it('have the counts and measures of the units that are written down', () => {
    fc.assert(
      fc.property(anyStudy, anyOptions, (sources, options) => {
        const { unit, by, rollup } = options;
        const present = sources.flatMap((source) =>
          (source.transcript.turns.length === 0 ? [undefined] : source.transcript.turns.filter(source.included)).map(
            (turn) => (by === null ? '' : attributeOf(source, turn, by)),
          ),
        );
        const groups = pairsOf(sources, options);
        expect(groups.map(({ group }) => group ?? '').sort()).toEqual([...new Set(present)].sort());
        for (const { group, pairs } of groups) {
          const looked = (source: CodedSource, top: number): boolean =>
            codes.some((code) => (rollup ? inSubtree(code, top) : code === top) && source.lookedAt(code));
          expect(pairs.map(({ first, second }) => [first, second])).toEqual(
            codes.flatMap((a) => codes.filter((b) => a < b && !inSubtree(a, b) && !inSubtree(b, a)).map((b) => [a, b])),
          );
          const tests: { readonly p: number; readonly adjusted: number | null }[] = [];
          for (const { first: a, second: b, pair, units: all, neither, measures, adjusted } of pairs) {
            const both = sources.filter((source) => looked(source, a) && looked(source, b));
            const list = unitsOf(both, unit, by, group ?? '', rollup);
            const rows = list.map((set) => [Number(set.has(a)), Number(set.has(b))] as const);
            const n11 = rows.filter(([x, y]) => x + y === 2).length;
            const [n1, n2] = [rows.filter(([x]) => x === 1).length, rows.filter(([, y]) => y === 1).length];
            const value = (id: string): number | null => measures[id]!.measured.value;
            if (pair.blank !== undefined) {
              expect(both.filter((source) => turnsOf(source, by, group ?? '').length > 0)).toEqual([]);
              expect([value('jaccard'), value('fisher'), adjusted]).toEqual([null, null, null]);
              continue;
            }
            expect([pair.both, pair.first, pair.second, all]).toEqual([n11, n1, n2, rows.length]);
            expect(neither).toBe(rows.filter(([x, y]) => x + y === 0).length);
            const either = n1 + n2 - n11;
            expect(value('jaccard')).toEqual(either === 0 ? null : near(n11 / either));
            expect(value('conditional_back')).toEqual(n2 === 0 ? null : near(n11 / n2));
            expect(value('lift')).toEqual(
              n1 * n2 === 0 ? null : near(n11 / rows.length / ((n1 / rows.length) * (n2 / rows.length))),
            );
            const choice = n1 > 0 && n2 > 0 && n1 < rows.length && n2 < rows.length;
            expect(value('phi')).toEqual(choice ? near(correlation(rows)) : null);
            expect(adjusted === null).toBe(!choice);
            if (!choice) continue;
            expect(value('fisher')).toEqual(near(naiveFisher(n11, n1, n2, rows.length)));
            tests.push({ p: value('fisher')!, adjusted });
          }
          for (const { p, adjusted } of tests)
            expect(adjusted).toEqual(
              near(
                naiveAdjusted(
                  tests.map((test) => test.p),
                  p,
                ),
              ),
            );
        }
      }),
      { seed: 11, numRuns: 250 },
    );
  });

  it('are the same however the sources are shared out and put together', () => {
    fc.assert(
      fc.property(anyStudy, anyOptions, fc.nat(5), (sources, options, at) => {
        const tallies = [sources.slice(0, at), sources.slice(at)].map((some) => {
          const tally = createPairs(codebook, options);
          for (const source of some) addToPairs(tally, source);
          return structuredClone(tally);
        });
        mergePairs(tallies[0]!, tallies[1]!);
        expect(finishPairs(tallies[0]!, codebook, codes)).toEqual(pairsOf(sources, options));
        expect(CODES).toBe(codes.length);
      }),
      { seed: 12, numRuns: 150 },
    );
  });
});
