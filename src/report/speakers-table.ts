import type { SourceGlance } from '../measure/glance.js';
import type { Reading } from './basis.js';
import type { Column, Table } from './model.js';
import { glanceNotes } from './sources-table.js';

const text = (key: string): Column => ({ key, label: key, format: 'text' });
const count = (key: string): Column => ({ key, label: key, format: 'integer' });

/** A row for each speaker of each source, in the order in which they first speak. */
export function speakersTable(glances: readonly SourceGlance[], reading: Reading): Table {
  return {
    kind: 'table',
    name: 'speakers',
    title: 'Speakers',
    columns: [
      text('source'),
      text('case'),
      text('speaker'),
      text('role'),
      count('turns'),
      count('words'),
      count('characters'),
    ],
    rows: glances.flatMap(({ source, case: name, speakers }) =>
      speakers.map(({ label, role, turns, words, characters }) => ({
        cells: [source, name, label, role, turns, words, characters].map((value) => ({ value })),
      })),
    ),
    notes: ['–: speech before the first label.', ...glanceNotes(reading)],
  };
}
