import { describe, expect, it } from '@jest/globals';
import { uncoded } from '../../../src/report/basis.js';
import { sourcesTable } from '../../../src/report/sources-table.js';
import { speakersTable } from '../../../src/report/speakers-table.js';
import { basis, glances } from './samples.js';

const keys = (table: ReturnType<typeof sourcesTable>): string[] => table.columns.map(({ key }) => key);

describe('a table of sources', () => {
  it('has codings and the set they are of', () => {
    const table = sourcesTable(glances, ['agency'], basis);
    expect(keys(table)).toEqual([
      'source',
      'case',
      'agency',
      'speakers',
      'turns',
      'words',
      'characters',
      'codings',
      'codes',
      'encoding',
    ]);
    expect(table.rows[0]!.cells.map(({ value }) => value)).toEqual([
      'A1-1.txt',
      'Heli 和里',
      'Heli 和里',
      '罗总 (respondent)',
      20,
      1000,
      4000,
      16,
      2,
      'utf-8',
    ]);
    expect(table.notes.join(' ')).toContain('Analysis set');
  });

  it('without a codebook says nothing of codings', () => {
    const table = sourcesTable(glances, ['agency'], uncoded(basis));
    expect(keys(table)).toEqual(['source', 'case', 'agency', 'speakers', 'turns', 'words', 'characters', 'encoding']);
    expect(table.rows[0]!.cells).toHaveLength(8);
    for (const { notes } of [table, speakersTable(glances, uncoded(basis))]) {
      expect(notes.join(' ')).not.toContain('Analysis set');
      expect(notes.join(' ')).toContain('Read: 3 sources of 3 cases. Filters: turns of interviewers left out.');
    }
  });
});
