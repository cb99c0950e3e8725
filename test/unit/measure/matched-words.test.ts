import { describe, expect, it } from '@jest/globals';
import { addToCooccurrence, createCooccurrence } from '../../../src/measure/cooccurrence.js';
import { finishCooccurrence } from '../../../src/measure/cooccurrence-finish.js';
import { cooccurrenceMatrix, describeFigure, rankedPairs } from '../../../src/measure/cooccurrence-matrix.js';
import { jaccard } from '../../../src/measure/association/jaccard.js';
import type { MeetingPlace } from '../../../src/measure/cooccurrence-types.js';
import { byHand, byRule, codebookOf, sourceOf, transcriptOf } from './build.js';
import type { LaidCoding } from '../../../src/coding/laid.js';

const codebook = codebookOf([['payment'], ['late-payment'], ['trust']]);
const said = [{ speaker: 'R', text: 'The late payment, again a late payment. We trust payment. Trust!' }];
const t = transcriptOf('a.txt', said);
const first = 'The late payment, again a late payment.';
const second = 'We trust payment.';
const hits = (code: number, segment: string, words: string, times: number): LaidCoding => ({
  ...byRule(t, code, segment, words),
  hits: Array.from({ length: times }, (_, nth) => byRule(t, code, words, words, nth).hits[0]!),
});

const tableOf = (unit: MeetingPlace, codings: readonly LaidCoding[]) => {
  const tally = createCooccurrence(codebook, { unit, rollup: false, units: true });
  addToCooccurrence(tally, sourceOf('a.txt', { said, codings }));
  return finishCooccurrence(tally, codebook);
};

const codings = [
  hits(0, first, 'payment', 2),
  hits(1, first, 'late payment', 2),
  byRule(t, 0, second, 'payment'),
  byRule(t, 2, second, 'trust'),
];

describe('codes that meet by the same words', () => {
  it('are counted apart, also where the words stand twice', () => {
    const { both, sameWords } = tableOf('sentence', codings).pair(0, 1);
    expect([both, sameWords]).toEqual([1, 1]);
  });

  it('still do in a larger unit, as long as one code has no words of its own', () => {
    // "payment" has a word of its own in the second sentence, "late payment" has none.
    expect(tableOf('source', codings).pair(0, 1)).toMatchObject({ both: 1, sameWords: 1 });
    expect(tableOf('case', codings).pair(0, 1)).toMatchObject({ both: 1, sameWords: 1 });
  });

  it('do not where each has words of its own, or where a coder laid one of them', () => {
    expect(tableOf('sentence', codings).pair(0, 2)).toMatchObject({ both: 1, sameWords: 0 });
    const withHand = [hits(0, first, 'payment', 2), byHand(t, 1, first)];
    for (const unit of ['sentence', 'source', 'case', 'overlap'] as const) {
      expect(tableOf(unit, withHand).pair(0, 1)).toMatchObject({ both: 1, sameWords: 0 });
    }
  });
});

describe('a co-occurrence matrix', () => {
  const table = tableOf('sentence', codings);

  it('is square and has the units with each code on its diagonal', () => {
    expect(cooccurrenceMatrix(table, 'both')).toMatchObject({
      cells: [
        [2, 1, 1],
        [1, 1, 0],
        [1, 0, 1],
      ],
      counting: 'sentences with both codes',
      unit: 'sentence',
    });
    expect(cooccurrenceMatrix(table, jaccard).cells[0]).toEqual([1, 1 / 2, 1 / 2]);
    expect(cooccurrenceMatrix(table, 'sameWords', { codes: [0, 1] }).cells).toEqual([
      [null, 1],
      [1, null],
    ]);
    expect(table.units).toBe(3);
  });

  it('says what its cells are', () => {
    expect(describeFigure('cases', 'paragraph')).toBe('cases with a paragraph that has both codes');
    expect(describeFigure('both', 'overlap')).toBe('pairs of overlapping segments');
    expect(describeFigure(jaccard, 'turn')).toBe('Jaccard = n11 / (n1 + n2 − n11), over turns');
  });

  it('ranks pairs by association, then by count, then in codebook order', () => {
    const order = (minimum: number) => rankedPairs(table, jaccard, { minimum }).map((one) => [one.first, one.second]);
    expect(order(1)).toEqual([
      [0, 1],
      [0, 2],
    ]);
    expect(order(2)).toEqual([]);
  });
});
