import { describe, expect, it } from '@jest/globals';
import type { Frequency } from '../../../src/measure/frequency-types.js';
import { frequencySection } from '../../../src/report/frequency-section.js';
import type { Table } from '../../../src/report/model.js';
import { basis, frequency, rolledUp } from './samples.js';

const naming = { by: 'agency', groupBy: 'type' };
const table = (own: Frequency, all: Frequency): Table =>
  frequencySection({ frequency: own, rolledUp: all, basis, naming }).blocks[0] as Table;
const named = ({ rows }: Table) =>
  rows.map(({ depth, cells: [name, ...rest] }) => [depth, name!.value, name!.label, rest.map(({ value }) => value)]);

/** The frequency without codings of the first code itself. */
const bare: Frequency = {
  ...frequency,
  columns: frequency.columns.map(emptied),
  groups: frequency.groups.map(({ group, total, cases }) => ({
    group,
    total: emptied(total),
    cases: cases.map(emptied),
  })),
};

function emptied(column: Frequency['columns'][number]): Frequency['columns'][number] {
  const none = (figures: readonly (number | null)[]) => figures.map((figure, code) => (code === 0 ? 0 : figure));
  const figures = { ...column.figures, segments: none(column.figures.segments), cases: none(column.figures.cases) };
  return { ...column, figures, rated: figures };
}

describe('the frequency table of a report', () => {
  it('shows a parent with all below it, and its own codings in a row of their own', () => {
    expect(named(table(frequency, rolledUp))).toEqual([
      [0, 'delivery/*', 'Service delivery', [14, 3, 17, 8.5, 2, 1]],
      [1, 'delivery', '(own codings)', [4, 0, 4, 2, 2, 1]],
      [1, 'amount', '资助金额', [12, 3, 15, 7.5, 2, 0]],
      [0, 'logic', 'Dependent to survive', [null, null, null, null, null, null]],
    ]);
  });

  it('has no row of own codings where there are none', () => {
    expect(named(table(bare, rolledUp)).map(([, code]) => code)).toEqual(['delivery/*', 'amount', 'logic']);
  });

  it('shades figures of one kind only, and says what the rows are', () => {
    const { rows, notes } = table(frequency, rolledUp);
    expect(rows[0]!.cells.every(({ heat }) => heat === undefined)).toBe(true);
    expect(rows[2]!.cells[1]!.heat).toBe(1);
    expect(notes.join(' ')).toContain('all codings of it and of those below it, distinct by segment, unshaded');
    expect(notes.join(' ')).not.toContain('Rows hold');
    expect(notes.map((note) => note.slice(0, 6))).toEqual([
      'Cells:',
      'Rows: ',
      'Column',
      'cases:',
      '–: nob',
      'Analys',
      'Read: ',
    ]);
  });

  it('rolled up throughout, has one row a code', () => {
    expect(named(table(rolledUp, rolledUp)).map(([, code]) => code)).toEqual(['delivery', 'amount', 'logic']);
    expect(table(rolledUp, rolledUp).notes[1]).toContain('Rows hold the codings of a code and of all codes below it');
  });
});
