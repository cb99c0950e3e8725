import type { AgreementFigure, AgreementOf } from '../measure/agree/agree.js';
import { applicationsBy, emptyIn, unitsIn } from '../measure/agree/compared.js';
import { shownInterval } from './agreement-interval.js';
import type { Cell, Column, Parameters, Row, Table } from './model.js';

/** What tables of agreement say of themselves: `ann and bo: paragraphs`, and what a reader must know. */
export interface AgreementBasis {
  readonly subject: string;
  readonly notes: readonly string[];
  /** What the notes say, for programs. */
  readonly parameters: Parameters;
}

const COLUMNS: readonly Column[] = [
  { key: 'measure', label: 'measure', format: 'text' },
  { key: 'value', label: 'value', format: 'ratio' },
  { key: 'low', label: '95% from', format: 'ratio' },
  { key: 'high', label: 'to', format: 'ratio' },
  { key: 'undefined_resamples', label: 'undefined in draws', format: 'ratio', secondary: 'last' },
  { key: 'observed', label: 'observed', format: 'ratio' },
  { key: 'expected', label: 'by chance', format: 'ratio' },
  { key: 'do', label: 'Do', format: 'ratio', secondary: 'last' },
  { key: 'de', label: 'De', format: 'ratio', secondary: 'last' },
  { key: 'n', label: 'n', format: 'integer' },
  { key: 'of', label: 'of', format: 'text' },
  { key: 'pairs', label: 'pairs', format: 'integer', secondary: 'last' },
  { key: 'remark', label: 'remark', format: 'text' },
];

/** The columns of intervals. */
const LIMITS: ReadonlySet<string> = new Set(['low', 'high']);

/** All measures of agreement over all codes: what was compared, then a row a measure. */
export function agreementTable(agreement: AgreementOf, { subject, notes, parameters }: AgreementBasis): Table {
  const { compared, figures } = agreement;
  const units = unitsIn(compared);
  const empty = emptyIn(compared);
  const isDrawn = figures.some(({ interval }) => interval?.value);
  return {
    kind: 'table',
    name: 'agreement',
    title: `Measures of agreement, of ${subject}`,
    parameters,
    // Nothing was drawn: files have the columns, for the sake of programs.
    columns: COLUMNS.map((column) => (isDrawn || !LIMITS.has(column.key) ? column : { ...column, secondary: 'last' })),
    rows: [
      counts('units', 'Units that two coders saw', units),
      counts('units-empty', 'of these, without a code by anybody', empty),
      ...compared.coders.map((coder, place) =>
        counts(`applications:${coder}`, `Codes on units by ${coder}`, applicationsBy(compared, place)),
      ),
      ...figures.map(rowOf),
    ],
    notes: [
      ...notes,
      'observed and by chance: the agreement that a measure (observed − chance) / (1 − chance) rests on; of every α 1 − Do and 1 − De. n: what it counts, each once, where two coders or more looked.',
    ],
  };
}

function counts(id: string, label: string, value: number): Row {
  const blank: Cell = { value: null, blank: true };
  return {
    cells: [{ value: id, label }, { value, format: 'integer' }, ...Array<Cell>(COLUMNS.length - 2).fill(blank)],
  };
}

function rowOf(figure: AgreementFigure): Row {
  const { id, name, range, result, counted, count, pairs } = figure;
  const { low, high, undefinedShare, remark } = shownInterval(figure);
  // Of a share nothing is taken off for chance.
  const expected = result.value === null || range === 'share' ? null : (result.expected ?? null);
  const apart = result.value === null ? undefined : result.disagreement;
  return {
    cells: [
      { value: id, label: name },
      { value: result.value },
      { value: low },
      { value: high },
      blankable(undefinedShare),
      blankable(result.observed ?? null),
      blankable(expected),
      blankable(apart?.observed ?? null),
      blankable(apart?.expected ?? null),
      { value: count },
      { value: counted, ...(pairs !== undefined && { label: `${counted}; mean of ${pairs} pairs` }) },
      blankable(pairs ?? null),
      blankable(result.value === null ? result.reason : remark),
    ],
  };
}

function blankable(value: Cell['value']): Cell {
  return value === null ? { value, blank: true } : { value };
}
