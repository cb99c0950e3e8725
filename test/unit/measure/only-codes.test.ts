import { describe, expect, it } from '@jest/globals';
import { addToExamples, createExamples, selectExamples } from '../../../src/measure/examples.js';
import { codebookOf as kept, frequencyOf, withCodings } from '../../../src/measure/only-codes.js';
import { frequency } from '../report/samples.js';
import { byHand, codebookOf, sourceOf } from './build.js';

const codebook = codebookOf([['money'], ['grant', 'money'], ['small', 'grant'], ['trust'], ['fear', 'trust']]);
const rows = (positions: number[]): string[] =>
  kept(codebook, positions).codes.map(({ id, depth }) => `${'  '.repeat(depth)}${id}`);

describe('where only some codes are asked for', () => {
  it('they are indented by those above them that are among them, and by no others', () => {
    expect(rows([0, 1, 2, 3, 4])).toEqual(['money', '  grant', '    small', 'trust', '  fear']);
    expect(rows([0, 2])).toEqual(['money', '  small']);
    expect(rows([0, 4])).toEqual(['money', 'fear']);
  });

  it('each has its own figures', () => {
    const all = codebookOf([['delivery'], ['amount', 'delivery'], ['logic']]);
    const some = frequencyOf(frequency, all, [1]);
    expect(some.rows.map(({ code }) => code)).toEqual(['amount']);
    expect(some.columns.map(({ figures }) => figures.segments)).toEqual([[12], [3], [0]]);
    expect(some.groups.map(({ total, cases }) => [total.figures.segments, cases.length])).toEqual([
      [[15], 2],
      [[0], 1],
    ]);
  });

  it('codings of others are gone, but examples are chosen as if they were not', () => {
    const source = sourceOf('a.txt', { said: [{ speaker: 'R', text: 'Grants came. Trust did not.' }] });
    const codings = [byHand(source.transcript, 0, 'Grants came.'), byHand(source.transcript, 3, 'Trust did not.')];
    const some = withCodings({ ...source, codings }, new Set([3]));
    expect(some.codings.map(({ code }) => code)).toEqual([3]);
    const tally = createExamples(codebook, 1);
    addToExamples(tally, some);
    expect(selectExamples(tally, []).map((own) => own.length)).toEqual([1, 0, 0, 1, 0]);
  });
});
