import { describe, expect, it } from '@jest/globals';
import { addToFrequency, createFrequency } from '../../../src/measure/frequency.js';
import { finishFrequency } from '../../../src/measure/frequency-finish.js';
import { type Scale, describeCounting, frequencyMatrix, summaryOver } from '../../../src/measure/frequency-matrix.js';
import type { Counting, Denominator } from '../../../src/measure/frequency-types.js';
import { byHand, byRule, codebookOf, sourceOf, transcriptOf } from './build.js';

const codebook = codebookOf([['trust'], ['fear'], ['logic', '', false]]);

const said1 = [{ speaker: 'R', text: 'We trust them. We fear nobody here.' }];
const said2 = [{ speaker: 'R', text: 'We trust.' }];
const said3 = [{ speaker: 'Q', text: 'Fear and fear again.' }];
const t1 = transcriptOf('a1.txt', said1);
const t2 = transcriptOf('b1.txt', said2);
const t3 = transcriptOf('d1.txt', said3);
const rulesRan = (code: number): boolean => code < 2;
const sources = [
  sourceOf('a1.txt', {
    said: said1,
    case: 'A',
    attributes: { type: 'provider', area: 'north' },
    lookedAt: () => true,
    codings: [
      byRule(t1, 0, 'We trust them.', 'trust'),
      byRule(t1, 1, 'We fear nobody here.', 'fear'),
      byHand(t1, 2, 'nobody here'),
    ],
  }),
  sourceOf('b1.txt', {
    said: said2,
    case: 'B',
    attributes: { type: 'provider' },
    lookedAt: rulesRan,
    codings: [byRule(t2, 0, 'We trust.', 'trust')],
  }),
  sourceOf('d1.txt', {
    said: said3,
    case: 'D',
    attributes: { type: 'government', area: 'north' },
    lookedAt: rulesRan,
    codings: [byRule(t3, 1, 'Fear and fear again.', 'Fear')],
  }),
];

const tableOf = (by: string, groupBy: string | null = 'type', groups = ['provider', 'government']) => {
  const needs = { hits: true, sources: true, words: true, paragraphs: true };
  const tally = createFrequency(codebook, { by, groupBy, rollup: false, needs });
  for (const source of sources) addToFrequency(tally, source);
  return finishFrequency(tally, codebook, groups);
};

const matrix = (counting: Counting, scale: Scale = { kind: 'count' }, by = 'case', means = true) =>
  frequencyMatrix(tableOf(by), { counting, scale, means });

describe('a matrix of a frequency table', () => {
  it('gives each group its own columns, total and mean, in the order asked for', () => {
    expect(matrix('segments').columns.map(({ key, group, kind }) => `${group} ${kind} ${key}`)).toEqual([
      'provider value A',
      'provider value B',
      'provider total total',
      'provider mean mean',
      'government value D',
      'government total total',
      'government mean mean',
    ]);
  });

  it('shows a 0 only where somebody looked', () => {
    expect(matrix('segments').cells).toEqual([
      [1, 1, 2, 1, 0, 0, 0],
      [1, 0, 1, 0.5, 1, 1, 1],
      [1, null, 1, 1, null, null, null],
    ]);
  });

  it('has no hits of codes without rules', () => {
    expect(matrix('hits').cells[2]).toEqual([null, null, null, null, null, null, null]);
    expect(matrix('hits').cells[0]!.slice(0, 3)).toEqual([1, 1, 2]);
  });

  it('counts the hits of codings that a coder accepted, whatever the set', () => {
    const accepted = { ...byRule(t1, 0, 'We trust them.', 'trust'), coders: ['ann'] };
    const one = sourceOf('a1.txt', {
      said: said1,
      lookedAt: () => true,
      codings: [accepted, byHand(t1, 1, 'nobody here')],
    });
    const tally = createFrequency(codebook, { by: 'case', groupBy: null, rollup: false, needs: { hits: true } });
    addToFrequency(tally, one);
    expect(finishFrequency(tally, codebook, []).groups[0]!.total.figures.hits).toEqual([1, 0, null]);
  });

  it('divides by the words of the column: the pooled total is not the mean of the cases', () => {
    const { cells, counting } = matrix('segments', { kind: 'per', size: 100, of: 'words' });
    expect(counting).toBe('segments per 100 words');
    // A has 7 words, B 2: 2 segments in 9 words, but 1/7 and 1/2 on average.
    expect(cells[0]!.slice(0, 3)).toEqual([100 / 7, 50, 200 / 9]);
    expect(cells[0]![3]).toBeCloseTo((100 / 7 + 50) / 2, 12);
  });

  it('divides by the text, sources and cases at which somebody looked for the code', () => {
    const per = (of: Denominator): (number | null)[] =>
      matrix('segments', { kind: 'per', size: 1, of }).cells[2]!.slice(0, 4);
    expect(per('words')).toEqual([1 / 7, null, 1 / 7, 1 / 7]);
    for (const whole of ['sources', 'cases', 'paragraphs'] as const) expect(per(whole)).toEqual([1, null, 1, 1]);
    expect(matrix('cases', { kind: 'column' }).cells[2]!.slice(0, 3)).toEqual([100, null, 100]);
  });

  it('leaves out the text of one source of a case where only another was looked at', () => {
    const tally = createFrequency(codebook, { by: 'case', groupBy: null, rollup: false, needs: { words: true } });
    for (const source of sources) addToFrequency(tally, { ...source, case: 'A' });
    const [column] = finishFrequency(tally, codebook, []).columns;
    expect(column!.base.words).toBe(13);
    expect(column!.lookedAt.words).toEqual([13, 13, 7]);
    expect(column!.lookedAt.sources).toEqual([3, 3, 1]);
    expect(column!.lookedAt.cases).toEqual([1, 1, 1]);
  });

  it('gives shares of the row’s total and of the column', () => {
    expect(matrix('segments', { kind: 'row' }).cells[0]).toEqual([50, 50, 100, null, null, null, null]);
    expect(matrix('segments', { kind: 'column' }).cells.map((row) => row[0])).toEqual([100 / 3, 100 / 3, 100 / 3]);
    // 3 of A's 7 words are in a segment about trust.
    expect(matrix('words', { kind: 'column' }).cells[0]![0]).toBe(300 / 7);
    expect(matrix('cases', { kind: 'column' }).cells[1]!.slice(0, 3)).toEqual([100, 0, 50]);
  });

  it('takes means over the cases in which the figure is defined, and says how many they are', () => {
    const [provider] = tableOf('case').groups;
    const over = (code: number, scale: Scale) => summaryOver(provider!.cases, provider!, code, 'segments', scale);
    expect(over(2, { kind: 'count' })).toMatchObject({ mean: 1, n: 1, sd: { value: null } });
    expect(over(0, { kind: 'count' })).toMatchObject({ mean: 1, n: 2, sd: { value: 0 } });
    expect(over(0, { kind: 'row' })).toMatchObject({ mean: null, n: 0 });
    expect(provider!.total.casesLookedAt).toEqual([2, 2, 1]);
    expect(provider!.total.base).toMatchObject({ cases: 2, sources: 2, words: 9, segments: 4, hits: 3, paragraphs: 2 });
  });

  it('puts a missing attribute under (none)', () => {
    const { columns } = tableOf('area', null);
    expect(columns.map(({ key, group }) => [key, group])).toEqual([
      ['(none)', null],
      ['north', null],
    ]);
    expect(columns[1]!.figures.cases).toEqual([1, 2, 1]);
  });

  it('orders groups that were not named by code point, and columns likewise', () => {
    expect(tableOf('case', 'type', []).groups.map(({ group }) => group)).toEqual(['government', 'provider']);
    expect(tableOf('case', 'colour', []).groups.map(({ group }) => group)).toEqual([null]);
  });

  it('shows the codes asked for only', () => {
    const shown = frequencyMatrix(tableOf('case'), { counting: 'segments', scale: { kind: 'count' }, codes: [1] });
    expect(shown.rows).toEqual([{ code: 'fear', label: 'FEAR', depth: 0 }]);
    expect(shown.cells).toEqual([[1, 0, 1, 1, 1]]);
  });

  it('says what a cell is', () => {
    expect(describeCounting('words', { kind: 'count' })).toBe('words');
    expect(describeCounting('hits', { kind: 'per', size: 1000, of: 'words' })).toBe('hits per 1,000 words');
    expect(describeCounting('hits', { kind: 'per', size: 1, of: 'cases' })).toBe('hits per case');
    expect(describeCounting('segments', { kind: 'column' })).toBe("segments, % of the column's codings");
    expect(describeCounting('segments', { kind: 'row' })).toBe("segments, % of the row's total");
  });
});
