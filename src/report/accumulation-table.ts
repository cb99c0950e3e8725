import type { Codebook } from '../codebook/codebook.js';
import type { Accumulated, Accumulation } from '../measure/saturation/accumulated.js';
import type { Cell, Column, Row, Table } from './model.js';

/** A source or case as it is shown. */
export interface Entrant {
  readonly key: string;
  readonly label?: string;
  /** When its coding began; null where no log says. */
  readonly began: string | null;
}

/** What the rows are. */
export interface AccumulationView {
  readonly by: 'source' | 'case';
  /** In the order of the rows. */
  readonly entrants: readonly Entrant[];
}

function columnsOf(by: string): Column[] {
  const count = (key: string, label: string, more: Partial<Column> = {}): Column => ({
    key,
    label,
    format: 'integer',
    ...more,
  });
  return [
    count('n', 'n'),
    { key: by, label: by, format: 'text' },
    { key: 'began', label: 'began', format: 'text', secondary: true },
    count('codes', 'codes'),
    count('new', 'new'),
    count('total', 'total'),
    { key: 'orders_mean', label: 'mean', format: 'decimal', group: 'over orders' },
    { key: 'orders_low', label: 'low', format: 'decimal', group: 'over orders' },
    { key: 'orders_high', label: 'high', format: 'decimal', group: 'over orders' },
    { key: 'expected', label: 'expected', format: 'decimal', group: 'rarefied' },
    { key: 'expected_sd', label: 'sd', format: 'decimal', group: 'rarefied' },
    count('run_new', 'new', { group: 'run to here' }),
    { key: 'run_percent', label: '% of base', format: 'percent', group: 'run to here' },
    { key: 'new_codes', label: 'new codes', format: 'text', secondary: true },
  ];
}

/** One row a source or case, in order: what it adds, and what other orders would have given. */
export function accumulationTable(
  { steps, guest }: Accumulation,
  { by, entrants }: AccumulationView,
  { codes }: Codebook,
  notes: readonly string[],
  title: string,
): Table {
  const runs = new Map(guest.runs.map((run) => [run.to, run]));
  const nameOf = (code: number): string => codes[code]!.id;
  const rowOf = ({ has, fresh, total, orders, expected }: Accumulated, place: number): Row => {
    const { key, label, began } = entrants[place]!;
    const run = runs.get(place + 1);
    const ratio = run?.ratio.value ?? null;
    const cells: Cell[] = [
      { value: place + 1 },
      { value: key, ...(label !== undefined && { label }) },
      { value: began },
      ...[has.length, fresh.length, total, orders.mean, orders.interval.low, orders.interval.high].map(valued),
      ...[expected.codes, expected.sd].map(valued),
      run === undefined ? { value: null, blank: true } : { value: run.fresh },
      run === undefined ? { value: null, blank: true } : { value: ratio === null ? null : ratio * 100 },
      fresh.length === 0 ? { value: null, blank: true } : { value: fresh.map(nameOf).join('; ') },
    ];
    return { cells };
  };
  return { kind: 'table', name: 'accumulation', title, columns: columnsOf(by), rows: steps.map(rowOf), notes };
}

const valued = (value: number): Cell => ({ value });
