import { propertiesCell } from '../coding/properties.js';
import { flow } from './flow.js';
import type { Cell, Column, Table, Value } from './model.js';

/** A stored coding, or a verdict on a rule's coding, as a list has it. */
export interface CodingRow {
  readonly id: string;
  readonly source: string;
  readonly case: string;
  readonly coder: string;
  /** The code's id. */
  readonly code: string;
  /** Code points of canonical text; null where the place is not sure. */
  readonly start: number | null;
  readonly end: number | null;
  /** 1-based line in the file on disk. */
  readonly line: number | null;
  /** 1-based among the source's turns. */
  readonly turn: number | null;
  readonly speaker: string | null;
  readonly at: string;
  readonly verdict: string | null;
  readonly star: string | null;
  readonly citation: string | null;
  readonly memo: string | null;
  /** Others than the star; null where there is none. */
  readonly properties: Readonly<Record<string, string>> | null;
  /** `exact`, `moved`, `fuzzy`, `ambiguous` or `lost`. */
  readonly state: string;
  /** Canonical text as it stands there now; where the place is not sure the words that were coded. */
  readonly quotation: string;
}

const text = (key: keyof CodingRow, more: Partial<Column> = {}): Column => ({
  key,
  label: key,
  format: 'text',
  ...more,
});
const minor = { secondary: true } as const;

const COLUMNS: readonly Column[] = [
  text('id'),
  text('source'),
  text('case', minor),
  text('coder'),
  text('code'),
  text('start', minor),
  text('end', minor),
  text('line'),
  text('turn', minor),
  text('speaker', minor),
  text('at', minor),
  text('verdict', minor),
  text('star', minor),
  text('citation', minor),
  text('memo', minor),
  text('properties', minor),
  text('state'),
  text('quotation'),
];

/** Where the list is of starred quotations, how to cite them stands in the place of where they are. */
const STARRED = new Set<string>(['id', 'citation', 'coder', 'code', 'quotation']);

export interface CodingsTableOptions {
  readonly starred: boolean;
  readonly notes: readonly string[];
}

/** One row a coding, in the order given. Where there are verdicts, people see which rows those are. */
export function codingsTable(rows: readonly CodingRow[], { starred, notes }: CodingsTableOptions): Table {
  const hasVerdicts = rows.some(({ verdict }) => verdict !== null);
  const isShown = ({ key, secondary }: Column): boolean =>
    (key === 'verdict' && hasVerdicts) || (starred ? STARRED.has(key) : secondary !== true);
  const columns = COLUMNS.map(({ secondary: _, ...column }, i) =>
    isShown(COLUMNS[i]!) ? column : { ...column, ...minor },
  );
  const what = starred ? 'starred codings' : 'codings';
  return {
    kind: 'table',
    name: 'codings',
    title: `Stored ${what}: ${rows.length}`,
    columns,
    rows: rows.map((row) => ({ cells: columns.map(({ key }) => cellOf(row, key as keyof CodingRow)) })),
    notes: [
      ...(hasVerdicts
        ? ["verdict: a coder's answer to a rule's coding of this segment and code, and no coding of its own."]
        : []),
      ...(rows.some(({ start }) => start === null)
        ? ['fuzzy, ambiguous, lost: the transcript was corrected and the place is not sure; counted nowhere.']
        : []),
      ...notes,
    ],
  };
}

function cellOf(row: CodingRow, key: keyof CodingRow): Cell {
  const value: Value = key === 'properties' ? row.properties && propertiesCell(row.properties) : row[key];
  return key === 'quotation' || key === 'memo'
    ? { value, ...(typeof value === 'string' && { label: flow(value) }) }
    : { value };
}

/** One JSON object a line, with the keys of the columns; properties are an object. */
export function codingLines(rows: readonly CodingRow[]): string {
  return rows
    .map(
      (row) => `${JSON.stringify(Object.fromEntries(COLUMNS.map(({ key }) => [key, row[key as keyof CodingRow]])))}\n`,
    )
    .join('');
}
