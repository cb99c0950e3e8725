import type { Frequency, FrequencyColumn, FrequencyGroup } from '../measure/frequency-types.js';
import type { Cell, Column, Table } from './model.js';

/**
 * A frequency table with one column more after its first group: in how many of the group's cases each code occurs. The
 * rows must be all codes of the frequency.
 */
export function withCaseCounts(table: Table, { groups }: Frequency): Table {
  const [first] = groups;
  if (first === undefined) return table;
  const group = first.group;
  const at = group === null ? table.columns.length : table.columns.findLastIndex((column) => column.group === group) + 1;
  const column: Column = {
    key: 'cases',
    label: 'cases',
    format: 'integer',
    summary: true,
    ...(group === null ? {} : { group }),
  };
  const insert = <T>(list: readonly T[], one: T): T[] => [...list.slice(0, at), one, ...list.slice(at)];
  return {
    ...table,
    columns: insert(table.columns, column),
    rows: table.rows.map((row, code) => ({
      ...row,
      cells: insert(row.cells, cellOf(first.total, code)),
    })),
    notes: insertNote(table.notes, noteOf(first)),
  };
}

function cellOf({ figures, casesLookedAt }: FrequencyColumn, code: number): Cell {
  const found = figures.cases[code] ?? null;
  return found === null ? { value: null } : { value: found, label: `${found} of ${casesLookedAt[code] ?? 0}` };
}

function noteOf({ group, total }: FrequencyGroup): string {
  const whose = group === null ? '' : ` of the group ${group}`;
  return `cases: in how many of the cases${whose} that were looked at for the code it occurs; there are ${total.base.cases} in all.`;
}

/** After the notes on rows and columns, before those on what was read. */
function insertNote(notes: readonly string[], note: string): string[] {
  const at = Math.min(3, notes.length);
  return [...notes.slice(0, at), note, ...notes.slice(at)];
}
