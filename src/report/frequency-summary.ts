import { MISSING } from '../measure/coded-source.js';
import { type Scale, describeCounting } from '../measure/frequency-matrix.js';
import type { GroupSummary, SummaryOptions, SummaryRow } from '../measure/frequency-summary.js';
import type { Frequency } from '../measure/frequency-types.js';
import { barOf } from './bar.js';
import { type Basis, basisNotes, counted, titleOf } from './basis.js';
import { MEANING, leftOutNote, partNotes, rowsNote, scriptNotes, undefinedFor } from './frequency-notes.js';
import { largest } from './largest.js';
import type { Cell, Column, Format, Row, Table } from './model.js';
import { severalPeopleNotes } from './several-people.js';
import { written } from './written.js';

export interface SummaryInput {
  readonly frequency: Frequency;
  readonly summaries: readonly GroupSummary[];
  readonly options: SummaryOptions;
  /** What one of them is called that figures are summarised over: `case`, `source`, `value of background`. */
  readonly unit: string;
  readonly basis: Basis;
}

const CODE: Column = { key: 'code', label: 'code', format: 'text' };

/** A table for people of each group of cases, with bars; notes are beneath the last. */
export function summaryTables(input: SummaryInput): Table[] {
  const { summaries, options, unit } = input;
  const [head = unit] = unit.split(' ');
  const figure = formatOf(options.scale);
  return summaries.map((summary, i) => {
    const { group, of, rows } = summary;
    const most = largest(
      rows.map(({ total }) => total ?? 0),
      0,
    );
    const bars = most > 0 ? [`bar: the total, against the largest, ${written(most, figure)}.`] : [];
    return {
      kind: 'table',
      name: 'frequency-summary',
      title: titleFor(input, `${counted(of, unit, plural(unit))}${group === null ? '' : ` of the group ${group}`}`),
      columns: [
        CODE,
        ...figureColumns(options.scale),
        column('n', `${head}s`, 'integer'),
        column('bar', 'bar', 'text'),
      ],
      rows: rows.map((row): Row => ({
        depth: row.depth,
        cells: [
          { value: row.code, label: row.label },
          ...figureCells(row),
          { value: row.n, ...(row.n < of && { label: `${row.n} of ${of}` }) },
          { value: most > 0 ? (row.total ?? 0) / most : null, label: barOf(row.total ?? 0, most) },
        ],
      })),
      notes: i < summaries.length - 1 ? bars : [...bars, ...notesOf(input)],
    };
  });
}

/** One row a code and group with the figures alone, for programs. */
export function summaryRows(input: SummaryInput): Table {
  const { summaries, options } = input;
  return {
    kind: 'table',
    name: 'frequency-summary',
    title: titleFor(input, plural(input.unit)),
    columns: [
      CODE,
      column('group', 'group', 'text'),
      ...figureColumns(options.scale),
      column('n', 'n', 'integer'),
      column('left_out', 'left out', 'integer'),
    ],
    rows: summaries.flatMap(({ group, of, rows }) =>
      rows.map((row): Row => ({
        depth: row.depth,
        cells: [
          { value: row.code, label: row.label },
          { value: group },
          ...figureCells(row),
          { value: row.n },
          { value: of - row.n },
        ],
      })),
    ),
    notes: notesOf(input),
  };
}

function titleFor({ options: { counting, scale }, basis }: SummaryInput, units: string): string {
  return `Code frequency over ${units}: ${describeCounting(counting, scale)} (${titleOf(basis.set)})`;
}

function column(key: string, label: string, format: Format): Column {
  return { key, label, format };
}

/** Means and deviations of counts are counts per case: whole numbers would say too little. */
function figureColumns(scale: Scale): Column[] {
  const figure = formatOf(scale);
  const mean = figure === 'integer' ? 'rate' : figure;
  return [
    column('total', 'total', figure),
    column('minimum', 'min', figure),
    column('maximum', 'max', figure),
    column('mean', 'mean', mean),
    column('sd', 'sd', mean),
  ];
}

function figureCells({ total, minimum, maximum, mean, sd }: SummaryRow): Cell[] {
  return [total, minimum, maximum, mean, sd.value].map((value) => ({ value }));
}

function formatOf(scale: Scale): Format {
  if (scale.kind === 'count') return 'integer';
  return scale.kind === 'per' ? 'rate' : 'percent';
}

/** `values of background` */
function plural(unit: string): string {
  return unit.replace(/^\w+/, '$&s');
}

function notesOf({ frequency, summaries, options, unit, basis }: SummaryInput): string[] {
  const { counting, scale, codes, over } = options;
  const units = plural(unit);
  const partly = summaries.some(({ of, rows }) => rows.some(({ n }) => n < of));
  const isNameless = over === 'columns' && frequency.columns.some(({ key }) => key === MISSING);
  const nameless = isNameless ? ` What has no ${frequency.options.by} is in the total alone.` : '';
  return [
    `Figures: ${describeCounting(counting, scale)}. Counted are ${MEANING[counting]}.`,
    rowsNote(frequency),
    ...leftOutNote(basis),
    `total: of all ${units} together, computed anew and not summed${scale.kind === 'count' ? '' : ': no mean of theirs'}. min, max, mean, sd: over ${units}, each of the same weight.${nameless}`,
    'sd: the standard deviation of a sample, √(Σ(x − mean)² / (n − 1)); – where n is 1.',
    ...(partly
      ? [
          `Left out is each ${unit} without a figure, where ${undefinedFor(counting, scale, basis, codes ?? frequency.rows.map((_, code) => code))}; a 0 is one, and counts.`,
        ]
      : []),
    ...partNotes(frequency, scale, codes),
    ...scriptNotes(frequency, scale),
    ...severalPeopleNotes(frequency),
    ...basisNotes(basis),
  ];
}
