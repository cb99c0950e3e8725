import type { KwicLine } from '../measure/kwic.js';
import { type Reading, basisNotes, counted } from './basis.js';
import type { Table, Value } from './model.js';

/** Where a text was found: one row a place, in the order given. */
export function foundTable(text: string, lines: readonly KwicLine[], reading: Reading): Table {
  return {
    kind: 'table',
    name: 'find',
    title: `${counted(lines.length, 'place')} with “${text}”`,
    columns: [
      { key: 'source', label: 'source', format: 'text' },
      { key: 'line', label: 'line', format: 'text' },
      { key: 'turn', label: 'turn', format: 'text' },
      { key: 'case', label: 'case', format: 'text', secondary: true },
      { key: 'speaker', label: 'speaker', format: 'text' },
      { key: 'role', label: 'role', format: 'text', secondary: true },
      { key: 'start', label: 'start', format: 'text', secondary: true },
      { key: 'end', label: 'end', format: 'text', secondary: true },
      { key: 'before', label: 'before', format: 'text', overflow: 'start' },
      { key: 'match', label: 'match', format: 'text', strong: true },
      { key: 'after', label: 'after', format: 'text', overflow: 'end' },
    ],
    rows: lines.map(({ source, line, turn, case: name, speaker, role, start, end, before, match, after }) => ({
      cells: [source, line, turn, name, speaker, role, start, end, before, match, after].map((value: Value) => ({
        value,
      })),
    })),
    notes: basisNotes(reading),
  };
}
