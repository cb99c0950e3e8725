import { describe, expect, it } from '@jest/globals';
import { caseNames, caseOrder, casePlaces } from '../../../src/measure/case-places.js';
import { addToFrequency, createFrequency } from '../../../src/measure/frequency.js';
import { codebookOf, sourceOf } from './build.js';

const codebook = codebookOf([['trust']]);
const said = [{ speaker: 'R', text: 'Trust.' }];
const source = (name: string, ofCase: string, agency: string, type: string) =>
  sourceOf(name, { said, case: ofCase, attributes: { agency, type } });

const places = (sources: readonly ReturnType<typeof source>[], by = 'agency') => {
  const tally = createFrequency(codebook, { by, groupBy: 'type', rollup: false, needs: {} });
  for (const one of sources) addToFrequency(tally, one);
  return casePlaces(tally, ['provider', 'government']);
};

const study = [
  source('1', 'A1', 'Qingchuan', 'provider'),
  source('2', 'A2', 'Heli', 'provider'),
  source('3', 'A0', 'Bureau', 'government'),
  source('4', 'A1', 'Qingchuan', 'provider'),
];

describe('cases in the order of columns', () => {
  it('go by group, then by the name of their column', () => {
    expect(places(study)).toEqual([
      { case: 'A2', column: 'Heli' },
      { case: 'A1', column: 'Qingchuan' },
      { case: 'A0', column: 'Bureau' },
    ]);
    expect(caseOrder(places(study))).toEqual(['A2', 'A1', 'A0']);
  });

  it('stand where their first column does', () => {
    expect(caseOrder(places(study, 'source'))).toEqual(['A1', 'A2', 'A0']);
  });

  it('have the name of their column where it is theirs alone', () => {
    expect([...caseNames(places(study))]).toEqual([
      ['A2', 'Heli'],
      ['A1', 'Qingchuan'],
      ['A0', 'Bureau'],
    ]);
    const shared = places([
      ...study,
      source('5', 'A5', 'Heli', 'provider'),
      source('6', 'A0', 'Other', 'government'),
      source('7', 'A7', '', 'provider'),
    ]);
    expect([...caseNames(shared)]).toEqual([['A1', 'Qingchuan']]);
  });
});
