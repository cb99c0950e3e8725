import type { Frequency, FrequencyColumn } from '../measure/frequency-types.js';
import type { Cell, Column, Table } from './model.js';

/**
 * A frequency table with one column more after its first group: in how many of the group's cases each code occurs. The
 * rows must be all codes of the frequency.
 */
export function withCaseCounts(table: Table, { groups }: Frequency): Table {
  const [first] = groups;
  if (first === undefined) return table;
  const group = first.group;
  const at =
    group === null ? table.columns.length : table.columns.findLastIndex((column) => column.group === group) + 1;
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
  };
}

function cellOf({ figures, casesLookedAt }: FrequencyColumn, code: number): Cell {
  const found = figures.cases[code] ?? null;
  return found === null ? { value: null } : { value: found, label: `${found} of ${casesLookedAt[code] ?? 0}` };
}

/** What that column says, as a note of the table. */
export function caseCountsNote({ groups: [first] }: Frequency): string | undefined {
  if (first === undefined) return undefined;
  const whose = first.group === null ? '' : ` of the group ${first.group}`;
  return `cases: in how many of the cases${whose} that were looked at for the code it occurs; there are ${first.total.base.cases} in all.`;
}
