import { describe, expect, it } from '@jest/globals';
import { glanceOf } from '../../../src/measure/glance.js';
import { codebookOf as kept, frequencyOf, glanceOfCodes } from '../../../src/measure/only-codes.js';
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

  it('a source at a glance has the codings of these', () => {
    const source = sourceOf('a.txt', { said: [{ speaker: 'R', text: 'Grants came. 信任没有。' }] });
    const codings = [
      byHand(source.transcript, 0, 'Grants came.'),
      byHand(source.transcript, 0, '信任没有。'),
      byHand(source.transcript, 3, '信任没有。'),
    ];
    const glance = glanceOf({ ...source, codings });
    const counted = (...codes: number[]): number[] => {
      const some = glanceOfCodes(glance, codes);
      return [some.codings, some.codes];
    };
    expect(counted(0, 1, 2, 3, 4)).toEqual([glance.codings, glance.codes]);
    expect([counted(0, 1), counted(3), counted(1)]).toEqual([
      [2, 1],
      [1, 1],
      [0, 0],
    ]);
  });
});
