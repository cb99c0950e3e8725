import type { MatrixOptions, Scale } from '../measure/frequency-matrix.js';
import { frequencyMatrix } from '../measure/frequency-matrix.js';
import type { Frequency } from '../measure/frequency-types.js';
import type { Matrix, MatrixColumn } from '../measure/matrix.js';
import type { Basis } from './basis.js';
import { basisNotes, counted, titleOf } from './basis.js';
import { MEANING, leftOutNote, partNotes, rowsNote, scriptNotes, undefinedFor } from './frequency-notes.js';
import { largest } from './largest.js';
import type { Cell, Column, Format, Row, Table } from './model.js';
import { severalPeopleNotes } from './several-people.js';
import { uniqueNames } from './unique.js';
import { written } from './written.js';

function formatOf(scale: Scale, kind: MatrixColumn['kind']): Format {
  if (scale.kind === 'per') return 'rate';
  if (scale.kind === 'row' || scale.kind === 'column') return 'percent';
  return kind === 'mean' ? 'decimal' : 'integer';
}

/** A later group of one column is its own total and mean. */
function worthShowing({ columns }: Matrix): (column: MatrixColumn) => boolean {
  const first = columns[0]?.group;
  const alone = (group: string | null): boolean =>
    columns.filter((one) => one.group === group && one.kind === 'value').length === 1;
  return ({ kind, group }) => kind === 'value' || group === first || !alone(group);
}

function columnsOf(columns: readonly MatrixColumn[], scale: Scale): Column[] {
  const keys = uniqueNames(
    columns.map(({ key, group }) => ({ name: key, group })),
    ['code'],
  );
  return columns.map(({ key, group, kind }, i) => ({
    key: keys[i]!,
    label: key,
    format: formatOf(scale, kind),
    ...(group === null ? {} : { group }),
    ...(kind === 'value' ? {} : { summary: true as const }),
  }));
}

/** Which columns are shaded, against the largest of their cells. */
function largestCell(cells: readonly (readonly (number | null)[])[], columns: readonly MatrixColumn[]): number {
  return largest(
    cells.flatMap((row) => row.filter((_, i) => columns[i]!.kind === 'value').map((cell) => cell ?? 0)),
    0,
  );
}

/** Notes of a table that stands in a section which adds rows or columns to it. */
export interface SectionNotes {
  /** What rows hold, in place of what they hold in the table alone. */
  readonly rows?: string;
  /** What the column of cases says. */
  readonly cases?: string;
}

function columnsNote(
  { options: { by }, rows, columns, groups: [first] }: Frequency,
  { scale, means, codes }: MatrixOptions,
): string[] {
  if (first === undefined) return [];
  const shown = codes ?? rows.map((_, code) => code);
  const partly = columns.some(({ lookedAt }) => shown.some((code) => lookedAt.sources[code] === 0));
  const covered = first.group === null ? 'all columns' : `the group ${first.group} only`;
  const mean =
    means && scale.kind !== 'row'
      ? `; mean: unweighted over its ${counted(first.cases.length, 'case')}${partly ? ', without those in which nobody looked for the code' : ''}`
      : '';
  return [`Columns: ${by}. total: ${covered}, computed anew and not summed${mean}.`];
}

/** Notes by what they are of, in the order in which they are printed. */
function notesOf(
  frequency: Frequency,
  options: MatrixOptions,
  matrix: Matrix,
  basis: Basis,
  section: SectionNotes,
): string[] {
  const { counting, scale, codes } = options;
  const notes = {
    cells: [`Cells: ${matrix.counting}. Counted are ${MEANING[counting]}.`],
    rows: [section.rows ?? rowsNote(frequency), ...leftOutNote(basis)],
    columns: columnsNote(frequency, options),
    cases: section.cases === undefined ? [] : [section.cases],
    parts: partNotes(frequency, scale, codes),
    scripts: scriptNotes(frequency, scale),
    people: severalPeopleNotes(frequency),
    undefined: matrix.cells.some((row) => row.includes(null))
      ? [`–: ${undefinedFor(counting, scale, basis, codes ?? frequency.rows.map((_, code) => code))}.`]
      : [],
    basis: basisNotes(basis),
  };
  return Object.values(notes).flat();
}

/**
 * A frequency table: a row a code in codebook order, the columns of each group, its total and, if asked, its mean. The
 * wide CSV of it has the header `code,<case>…,total`.
 */
export function frequencyTable(
  frequency: Frequency,
  options: MatrixOptions,
  basis: Basis,
  section: SectionNotes = {},
): Table {
  const matrix = frequencyMatrix(frequency, options);
  const shown = matrix.columns.map(worthShowing(matrix));
  const keep = <T>(row: readonly T[]): T[] => row.filter((_, i) => shown[i]);
  const columns = keep(matrix.columns);
  const cells = matrix.cells.map(keep);
  const top = largestCell(cells, columns);
  const cellOf = (value: number | null, i: number): Cell =>
    value !== null && top > 0 && columns[i]!.kind === 'value' ? { value, heat: value / top } : { value };
  const rows = matrix.rows.map(({ code, label, depth }, i): Row => ({
    depth,
    cells: [{ value: code, label }, ...cells[i]!.map(cellOf)],
  }));
  return {
    kind: 'table',
    name: 'frequency',
    title: `Code frequency by ${frequency.options.by}: ${matrix.counting} (${titleOf(basis.set)})`,
    columns: [{ key: 'code', label: 'code', format: 'text' }, ...columnsOf(columns, options.scale)],
    rows,
    notes: notesOf(frequency, options, matrix, basis, section),
    ...(top > 0 ? { shading: `the largest cell, ${written(top, formatOf(options.scale, 'value'))}` } : {}),
  };
}
