import type { Codebook } from '../codebook/codebook.js';
import type { KwicLine } from '../measure/kwic.js';
import type { Basis } from './basis.js';
import { basisNotes, counted } from './basis.js';
import type { Table, Value } from './model.js';

/** A concordance: one row a hit, in the order given, with its keyword in the middle. */
export function kwicTable(lines: readonly KwicLine[], { codes }: Codebook, basis: Basis): Table {
  return {
    kind: 'table',
    name: 'kwic',
    title: `${counted(lines.length, 'keyword')} in context`,
    columns: [
      { key: 'source', label: 'source', format: 'text' },
      { key: 'line', label: 'line', format: 'text' },
      { key: 'case', label: 'case', format: 'text', secondary: true },
      { key: 'speaker', label: 'speaker', format: 'text', secondary: true },
      { key: 'code', label: 'code', format: 'text', secondary: true },
      { key: 'role', label: 'role', format: 'text', secondary: true },
      { key: 'start', label: 'start', format: 'text', secondary: true },
      { key: 'end', label: 'end', format: 'text', secondary: true },
      { key: 'before', label: 'before', format: 'text', overflow: 'start' },
      { key: 'match', label: 'match', format: 'text', strong: true },
      { key: 'after', label: 'after', format: 'text', overflow: 'end' },
    ],
    rows: lines.map(({ source, line, case: name, speaker, role, code, start, end, before, match, after }) => ({
      cells: [source, line, name, speaker, codes[code]!.id, role, start, end, before, match, after].map(
        (value: Value) => ({ value }),
      ),
    })),
    notes: basisNotes(basis),
  };
}
