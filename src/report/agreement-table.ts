import type { AgreementFigure, AgreementOf } from '../measure/agree/agree.js';
import { emptyIn, unitsIn } from '../measure/agree/compared.js';
import type { Cell, Column, Row, Table } from './model.js';

/** What tables of agreement say of themselves: `ann and bo: paragraphs`, and what a reader must know. */
export interface AgreementBasis {
  readonly subject: string;
  readonly notes: readonly string[];
}

const COLUMNS: readonly Column[] = [
  { key: 'measure', label: 'measure', format: 'text' },
  { key: 'value', label: 'value', format: 'ratio' },
  { key: 'low', label: '95% from', format: 'ratio' },
  { key: 'high', label: 'to', format: 'ratio' },
  { key: 'undefined_resamples', label: 'undefined resamples', format: 'percent', secondary: true },
  { key: 'observed', label: 'observed', format: 'ratio' },
  { key: 'expected', label: 'by chance', format: 'ratio' },
  { key: 'n', label: 'n', format: 'integer' },
  { key: 'of', label: 'of', format: 'text' },
  { key: 'remark', label: 'remark', format: 'text' },
];

/** All measures of agreement over all codes: what was compared, then a row a measure. */
export function agreementTable(agreement: AgreementOf, { subject, notes }: AgreementBasis): Table {
  const { compared, figures } = agreement;
  const units = unitsIn(compared);
  const empty = emptyIn(compared);
  return {
    kind: 'table',
    name: 'agreement',
    title: `Measures of agreement, of ${subject}`,
    columns: COLUMNS,
    rows: [
      counts('units', 'Units that two coders saw', units),
      counts('units-empty', 'of these, without a code by anybody', empty),
      ...compared.coders.map((coder, place) =>
        counts(`applications:${coder}`, `Codes on units by ${coder}`, applicationsBy(agreement, place)),
      ),
      ...figures.map(rowOf),
    ],
    notes: [
      ...notes,
      'observed and by chance: the agreement that a measure (observed − chance) / (1 − chance) rests on. n: what it counts, of two coders or more.',
    ],
  };
}

function counts(id: string, label: string, value: number): Row {
  const blank: Cell = { value: null, blank: true };
  return {
    cells: [{ value: id, label }, { value, format: 'integer' }, ...Array<Cell>(COLUMNS.length - 2).fill(blank)],
  };
}

function rowOf({ id, name, result, interval, counted, count }: AgreementFigure): Row {
  const { value: drawn } = interval ?? { value: null };
  const expected = result.value === null ? null : (result.expected ?? null);
  const remark = result.value === null ? result.reason : null;
  return {
    cells: [
      { value: id, label: name },
      { value: result.value },
      { value: drawn?.interval.low ?? null },
      { value: drawn?.interval.high ?? null },
      { value: drawn ? 100 * drawn.undefinedShare : null },
      expected === null && (result.observed ?? null) === null
        ? { value: null, blank: true }
        : { value: result.observed ?? null },
      expected === null ? { value: null, blank: true } : { value: expected },
      { value: count },
      { value: counted },
      remark === null ? { value: null, blank: true } : { value: remark },
    ],
  };
}

function applicationsBy({ compared }: AgreementOf, coder: number): number {
  const ofSource = compared.sources.map(({ units }) =>
    units.reduce((sum, { sets }) => sum + (sets[coder]?.length ?? 0), 0),
  );
  return ofSource.reduce((sum, n) => sum + n, 0);
}
