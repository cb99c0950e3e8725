import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Turn } from '../../src/text/transcript.js';
import { type CodedSource, attributeOf } from '../../src/measure/coded-source.js';
import { addToFrequency, createFrequency, mergeFrequency } from '../../src/measure/frequency.js';
import { finishFrequency } from '../../src/measure/frequency-finish.js';
import type { Scale } from '../../src/measure/frequency-matrix.js';
import { frequencySummary } from '../../src/measure/frequency-summary.js';
import type { Counting, Frequency, FrequencyOptions } from '../../src/measure/frequency-types.js';
import { labelKey } from '../../src/text/speaker.js';
import { countWords } from '../../src/text/word.js';
import { units } from '../../src/text/unit.js';
import { codebookOf } from '../unit/measure/build.js';
import { CODES, TREE, anyStudy } from '../unit/measure/generate.js';

const codebook = codebookOf(TREE);
const parentOf = TREE.map(([, parent]) => TREE.findIndex(([id]) => id === parent));
const inSubtree = (code: number, top: number): boolean =>
  code === top || (code >= 0 && inSubtree(parentOf[code] ?? -1, top));

/** One line of a list of everything, from which all figures are counted as sets of strings. */
interface Fact {
  readonly column: string;
  readonly group: string;
  readonly case: string;
  readonly source: string;
  readonly code: number;
  readonly kind: 'segment' | 'hit' | 'covered';
  readonly what: string;
}

/** A label is one speaker however it is written. */
function columnOf(source: CodedSource, turn: Turn | undefined, by: string): string {
  const value = attributeOf(source, turn, by);
  return by === 'speaker' ? labelKey(value) : value;
}

/** The obviously right version: writes down every fact of a study, one byte at a time. */
function factsOf(sources: readonly CodedSource[], { by, groupBy }: FrequencyOptions): Fact[] {
  const facts: Fact[] = [];
  for (const source of sources) {
    const {
      transcript: { turns, source: name },
    } = source;
    const put = (turn: Turn | undefined, code: number, kind: Fact['kind'], what: string): void => {
      if (turn === undefined) return;
      const group = groupBy === null ? '' : attributeOf(source, turn, groupBy);
      const place = { column: columnOf(source, turn, by), group, case: attributeOf(source, turn, 'case') };
      facts.push({ ...place, source: name, code, kind, what });
    };
    const owner = (start: number, end: number): Turn | undefined =>
      turns.find((turn) => source.included(turn) && turn.start < end && start < turn.end);
    for (const { start, end, code, hits } of source.codings) {
      put(owner(start, end), code, 'segment', `${start}-${end}`);
      for (const hit of hits) put(owner(hit.start, hit.end), code, 'hit', `${hit.start}-${hit.end}`);
      for (const turn of turns) {
        if (!source.included(turn)) continue;
        for (let byte = Math.max(start, turn.speech); byte < Math.min(end, turn.end); byte++)
          put(turn, code, 'covered', `${byte}`);
      }
    }
  }
  return facts;
}

const distinct = (list: readonly string[]): number => new Set(list).size;

/** Words in a set of bytes of one source: runs of covered bytes, cut at turns, are read one by one. */
function textIn(sources: readonly CodedSource[], facts: readonly Fact[], figure: 'words' | 'characters'): number {
  let sum = 0;
  for (const {
    transcript: { text, furniture, turns, source },
  } of sources) {
    const bytes = new Set(
      facts.filter((fact) => fact.source === source && fact.kind === 'covered').map(({ what }) => Number(what)),
    );
    for (const turn of turns) {
      for (let start = turn.speech; start < turn.end; start++) {
        if (!bytes.has(start)) continue;
        let end = start;
        while (end < turn.end && bytes.has(end)) end++;
        sum += countWords(text, { start, end }, furniture)[figure];
        start = end;
      }
    }
  }
  return sum;
}

function naive(
  sources: readonly CodedSource[],
  facts: readonly Fact[],
  code: number,
  options: FrequencyOptions,
): Record<Counting, number> {
  const own = facts.filter((fact) => (options.rollup ? inSubtree(fact.code, code) : fact.code === code));
  const segments = own.filter(({ kind }) => kind === 'segment');
  const hits = own.filter(({ kind }) => kind === 'hit');
  return {
    segments: distinct(segments.map(({ source, what }) => `${source} ${what}`)),
    hits: distinct(hits.map(({ source, what }) => `${source} ${what}`)),
    sources: distinct(segments.map(({ source }) => source)),
    cases: distinct(segments.map((fact) => fact.case)),
    words: textIn(sources, own, 'words'),
    characters: textIn(sources, own, 'characters'),
  };
}

const anyOptions: fc.Arbitrary<FrequencyOptions> = fc.record({
  by: fc.constantFrom('case', 'source', 'speaker', 'role', 'field', 'type'),
  groupBy: fc.constantFrom(null, 'type'),
  rollup: fc.boolean(),
  needs: fc.constant({ hits: true, sources: true, words: true, paragraphs: true }),
});

/** s² is half the mean square of the differences between any two: no mean of the figures is needed for it. */
function deviationByPairs(figures: readonly number[]): number {
  const squares = figures.flatMap((one, i) => figures.slice(i + 1).map((other) => (one - other) ** 2));
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / (figures.length * (figures.length - 1)));
}

const COUNTINGS: readonly Counting[] = ['segments', 'hits', 'sources', 'cases', 'words', 'characters'];

function tallied(sources: readonly CodedSource[], options: FrequencyOptions) {
  const tally = createFrequency(codebook, options);
  for (const source of sources) addToFrequency(tally, source);
  return tally;
}

/** A table as plain values: its figures are made when asked for. */
function plain({ columns, groups }: Frequency): unknown {
  const all = [...columns, ...groups.flatMap(({ total, cases }) => [total, ...cases])];
  return all.map(({ key, group, figures, base, casesLookedAt, lookedAt }) => [
    key,
    group,
    { ...figures },
    base,
    casesLookedAt,
    { ...lookedAt },
  ]);
}

describe('a frequency table', () => {
  it('counts what a list of all facts holds, for every column, group and case', () => {
    fc.assert(
      fc.property(anyStudy, anyOptions, (sources, options) => {
        const { columns, groups } = finishFrequency(tallied(sources, options), codebook, ['provider']);
        const facts = factsOf(sources, options);
        const single = groups.length === 1;
        const inGroup = (fact: Fact, group: string | null): boolean =>
          fact.group === (group ?? fact.group) || (single && group === null);
        const check = (figures: Record<Counting, readonly (number | null)[]>, chosen: readonly Fact[]): void => {
          for (let code = 0; code < CODES; code++) {
            const expected = naive(sources, chosen, code, options);
            for (const counting of COUNTINGS) {
              const figure = figures[counting][code]!;
              if (counting === 'hits' && TREE[code]![0] === 'e') expect(figure).toBeNull();
              else if (figure === null) expect(expected.segments).toBe(0);
              else expect([counting, code, figure]).toEqual([counting, code, expected[counting]]);
            }
          }
        };
        for (const column of columns) {
          check(
            column.figures,
            facts.filter(
              (fact) =>
                fact.column === (options.by === 'speaker' ? labelKey(column.key) : column.key) &&
                inGroup(fact, column.group),
            ),
          );
        }
        for (const { group, total, cases } of groups) {
          check(
            total.figures,
            facts.filter((fact) => inGroup(fact, group)),
          );
          for (const one of cases)
            check(
              one.figures,
              facts.filter((fact) => fact.case === one.key && inGroup(fact, group)),
            );
        }
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it('by speaker has one column for a label, in the spelling that comes first', () => {
    fc.assert(
      fc.property(anyStudy, (sources) => {
        const options = { by: 'speaker', groupBy: null, rollup: false, needs: {} };
        const turns = sources.flatMap(({ transcript, included }) => transcript.turns.filter(included));
        const labels = [...new Set(turns.map(({ speaker }) => speaker!))].sort();
        const first = labels.filter((label, i) => labels.findIndex((one) => labelKey(one) === labelKey(label)) === i);
        const { columns } = finishFrequency(tallied(sources, options), codebook, []);
        expect(columns.map(({ key }) => key).filter((key) => key !== '(none)')).toEqual(first);
      }),
      { seed: 10, numRuns: 100 },
    );
  });

  it('has denominators that add up to the included speech', () => {
    fc.assert(
      fc.property(anyStudy, anyOptions, (sources, options) => {
        const { groups, columns } = finishFrequency(tallied(sources, options), codebook, []);
        let words = 0;
        let paragraphs = 0;
        for (const { transcript, included } of sources) {
          for (const turn of transcript.turns.filter(included)) {
            words += countWords(transcript.text, { start: turn.speech, end: turn.end }, transcript.furniture).words;
          }
          paragraphs += units(transcript, 'paragraph').filter(({ turn }) => included(transcript.turns[turn]!)).length;
        }
        const sum = (of: (base: (typeof columns)[number]['base']) => number | null): number =>
          columns.reduce((total, { base }) => total + of(base)!, 0);
        expect(sum(({ words: own }) => own)).toBe(words);
        expect(sum(({ paragraphs: own }) => own)).toBe(paragraphs);
        expect(groups.reduce((total, { total: { base } }) => total + base.words!, 0)).toBe(words);
      }),
      { seed: 6, numRuns: 200 },
    );
  });

  it('divides the rates of a code by the included text of the sources looked at for it', () => {
    fc.assert(
      fc.property(anyStudy, anyOptions, (sources, options) => {
        const { groups } = finishFrequency(tallied(sources, options), codebook, []);
        for (let code = 0; code < CODES; code++) {
          const looked = sources.filter(({ lookedAt }) =>
            codebook.codes.some((_, of) => (options.rollup ? inSubtree(of, code) : of === code) && lookedAt(of)),
          );
          let words = 0;
          for (const { transcript, included } of looked) {
            for (const turn of transcript.turns.filter(included)) {
              words += countWords(transcript.text, { start: turn.speech, end: turn.end }, transcript.furniture).words;
            }
          }
          expect(groups.reduce((sum, { total }) => sum + total.lookedAt.words[code]!, 0)).toBe(words);
          if (groups.length === 1) {
            const counted = looked.filter(
              ({ transcript: { turns }, included }) => turns.length === 0 || turns.some(included),
            );
            expect(groups[0]!.total.lookedAt.sources[code]).toBe(counted.length);
          }
          for (const { total } of groups) expect(total.lookedAt.cases[code]).toBe(total.casesLookedAt[code]);
        }
      }),
      { seed: 9, numRuns: 200 },
    );
  });

  it('prints a figure wherever somebody looked, and only there', () => {
    fc.assert(
      fc.property(anyStudy, (sources) => {
        const options = { by: 'source', groupBy: null, rollup: false, needs: {} };
        const { columns } = finishFrequency(tallied(sources, options), codebook, []);
        for (const { key, figures } of columns) {
          const source = sources.find(({ transcript }) => transcript.source === key)!;
          figures.segments.forEach((figure, code) => {
            if (figure === null) expect(source.lookedAt(code)).toBe(false);
            if (figure === 0) expect(source.lookedAt(code)).toBe(true);
          });
        }
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  it('is summarised over the cases of each group in which somebody looked', () => {
    const anyScale = fc.constantFrom<Scale>({ kind: 'count' }, { kind: 'per', size: 1000, of: 'words' });
    fc.assert(
      fc.property(anyStudy, anyOptions, anyScale, (sources, options, scale) => {
        const frequency = finishFrequency(tallied(sources, options), codebook, ['provider']);
        const facts = factsOf(sources, options);
        const held = (code: number, top: number): boolean => (options.rollup ? inSubtree(code, top) : code === top);
        for (const { group, of, rows } of frequencySummary(frequency, { counting: 'segments', scale, over: 'cases' })) {
          const isIn = (source: CodedSource, turn: Turn | undefined): boolean =>
            group === null || frequency.groups.length === 1 || attributeOf(source, turn, options.groupBy!) === group;
          // Each turn that passes, and each empty source, by its case.
          const parts = sources.flatMap((source) => {
            const turns = source.transcript.turns.filter(source.included);
            const all = source.transcript.turns.length === 0 ? [undefined] : turns;
            return all
              .filter((turn) => isIn(source, turn))
              .map((turn) => ({ source, turn, of: attributeOf(source, turn, 'case') }));
          });
          const cases = [...new Set(parts.map((part) => part.of))];
          expect(of).toBe(cases.length);
          rows.forEach((row, code) => {
            const figures = cases.flatMap((name) => {
              const looked = parts.filter(
                (part) => part.of === name && TREE.some((_, each) => held(each, code) && part.source.lookedAt(each)),
              );
              const segments = facts.filter(
                (fact) =>
                  fact.case === name &&
                  fact.kind === 'segment' &&
                  held(fact.code, code) &&
                  (group === null || frequency.groups.length === 1 || fact.group === group),
              );
              const count = distinct(segments.map(({ source, what }) => `${source} ${what}`));
              if (looked.length === 0) return [];
              if (scale.kind === 'count') return [count];
              const words = looked.reduce((sum, { source: { transcript }, turn }) => {
                if (turn === undefined) return sum;
                const span = { start: turn.speech, end: turn.end };
                return sum + countWords(transcript.text, span, transcript.furniture).words;
              }, 0);
              return words === 0 ? [] : [(count * 1000) / words];
            });
            const n = figures.length;
            expect(row.n).toBe(n);
            if (n === 0) expect([row.minimum, row.maximum, row.mean, row.sd.value]).toEqual([null, null, null, null]);
            else {
              expect([row.minimum, row.maximum]).toEqual([Math.min(...figures), Math.max(...figures)]);
              expect(row.mean).toBeCloseTo(figures.reduce((sum, one) => sum + one, 0) / n, 9);
              if (n === 1) expect(row.sd.value).toBeNull();
              else expect(row.sd.value).toBeCloseTo(deviationByPairs(figures), 7);
            }
          });
        }
      }),
      { seed: 11, numRuns: 200 },
    );
  });

  it('is the same from one pass and from several merged, whatever the order of sources', () => {
    fc.assert(
      fc.property(anyStudy, anyOptions, fc.nat(4), (sources, options, cut) => {
        const whole = plain(finishFrequency(tallied(sources, options), codebook, ['provider']));
        const merged = tallied(sources.slice(cut).reverse(), options);
        mergeFrequency(merged, structuredClone(tallied(sources.slice(0, cut), options)));
        expect(plain(finishFrequency(merged, codebook, ['provider']))).toEqual(whole);
      }),
      { seed: 8, numRuns: 200 },
    );
  });
});
