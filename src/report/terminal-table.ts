import { firstColumns, lastColumns } from '../core/columns.js';
import { flow } from './flow.js';
import { legend, levelOf, signOf } from './heat.js';
import type { Laid, Panel } from './layout.js';
import { contentsOf, gapAfter, gaps, isNumeric, layOut, runsOf } from './layout.js';
import { pack, padEnd, padStart, wrap } from './lines.js';
import type { Cell, Row, Table } from './model.js';
import type { Style } from './style.js';

/** A stretch of a line: its text as measured, and how it is emphasised. */
interface Span {
  readonly text: string;
  /** White space after it. */
  readonly gap: number;
  readonly paint: (text: string) => string;
}

function bare(text: string): string {
  return text;
}

/** Joins the cells of one line, without white space at its end. */
function lineOf(spans: readonly Span[]): string {
  let last = spans.length;
  while (last > 0 && spans[last - 1]!.text.trim() === '') last--;
  return spans
    .slice(0, last)
    .map(({ text, gap, paint }, i) => (i === last - 1 ? paint(text.trimEnd()) : paint(text) + ' '.repeat(gap)))
    .join('');
}

function totalWidth(columns: readonly Laid[]): number {
  return columns.reduce((sum, { width }) => sum + width, gaps(columns));
}

/** The names of groups over rules as long as their columns. */
function groupLines(columns: readonly Laid[], style: Style): string[] {
  const runs = runsOf(columns);
  if (runs.length === 0) return [];
  const widths = runs.map(({ from, to }) => totalWidth(columns.slice(from, to)));
  const names = runs.map(({ group }, i) => wrap(flow(group), widths[i]!));
  const height = Math.max(...names.map((lines) => lines.length));
  return Array.from({ length: height + 1 }, (_, line) =>
    lineOf(
      columns.flatMap((column, i): Span[] => {
        const run = runs.findIndex(({ from, to }) => from <= i && i < to);
        if (run < 0) return [{ text: ' '.repeat(column.width), gap: gapAfter(column), paint: bare }];
        if (runs[run]!.to > i + 1) return [];
        const gap = gapAfter(column);
        const name = line < height;
        const text = name ? (names[run]![line] ?? '') : '-'.repeat(widths[run]!);
        return [{ text: padEnd(text, widths[run]!), gap, paint: name ? style.bold : style.dim }];
      }),
    ),
  );
}

/** A heading or number: numbers end before the place of the sign of shading. */
function flushRight(text: string, column: Laid): string {
  return column.shaded ? `${padStart(text, column.width - 1)} ` : padStart(text, column.width);
}

function headingLines(columns: readonly Laid[], style: Style): string[] {
  const height = Math.max(...columns.map(({ heading }) => heading.length));
  return Array.from({ length: height }, (_, line) =>
    lineOf(
      columns.map((column) => {
        const text = column.heading[line - height + column.heading.length] ?? '';
        const right = isNumeric(column.column) || column.column.overflow === 'start';
        return {
          text: right ? flushRight(text, column) : padEnd(text, column.width),
          gap: gapAfter(column),
          paint: style.bold,
        };
      }),
    ),
  );
}

/** The lines of a text cell; a row's name hangs from its indent. */
function textLines(column: Laid, row: number): string[] {
  const text = column.texts[row]!;
  if (column.column.overflow === 'start') return [padStart(lastColumns(text, column.width), column.width)];
  if (column.column.overflow === 'end') return [firstColumns(text, column.width)];
  // A row's number never touches its name, however narrow the column.
  const lead = column.leads[row]!.length;
  const indent = Math.min(column.indents[row]!, Math.max(lead > 0 ? lead + 1 : 0, column.width - 8));
  const lines = wrap(text, Math.max(2, column.width - indent));
  return lines.map((line, i) => padEnd(i === 0 ? firstColumns(column.leads[row]!, indent) : '', indent) + line);
}

/** Figures are shaded by level; zeros among shaded figures stand back. */
function paintOf({ value }: Cell, { shaded }: Laid, level: number, style: Style): Span['paint'] | undefined {
  if (level > 0) return (text) => style.heat(level, text);
  return shaded && value === 0 ? style.dim : undefined;
}

function rowLines(columns: readonly Laid[], table: Table, index: number, style: Style): string[] {
  const row = table.rows[index]!;
  const emphasis = row.summary ? style.bold : bare;
  const cells = columns.map((column): { lines: string[]; paint: Span['paint'] } => {
    if (!isNumeric(column.column)) {
      return { lines: textLines(column, index), paint: column.column.strong ? style.bold : emphasis };
    }
    const level = levelOf(row.cells[column.index]!.heat);
    const text = padStart(column.texts[index]!, column.width - (column.shaded ? 1 : 0));
    const signed = column.shaded ? text + (signOf(level) || ' ') : text;
    return { lines: [signed], paint: paintOf(row.cells[column.index]!, column, level, style) ?? emphasis };
  });
  const height = Math.max(...cells.map(({ lines }) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    lineOf(
      cells.map(({ lines, paint }, i) => ({
        text: padEnd(lines[line] ?? '', columns[i]!.width),
        gap: gapAfter(columns[i]!),
        paint: line < lines.length ? paint : bare,
      })),
    ),
  );
}

function panelLines({ columns, legend: labels }: Panel, table: Table, width: number, style: Style): string[] {
  const rule = style.dim('-'.repeat(totalWidth(columns)));
  const body = table.rows.flatMap((row: Row, i) => {
    const lines = rowLines(columns, table, i, style);
    return row.summary && !table.rows[i - 1]?.summary ? [rule, ...lines] : lines;
  });
  const key = labels.length > 0 ? ['', ...pack(labels, width).map(style.dim)] : [];
  return [...groupLines(columns, style), ...headingLines(columns, style), rule, ...body, ...key];
}

/** One `heading: value` a line, for pages too narrow for columns. */
function recordLines(table: Table, width: number): string[] {
  const contents = contentsOf(table);
  return table.rows.flatMap((_, i) => [
    ...(i > 0 ? [''] : []),
    ...contents.flatMap(({ label, texts }) => wrap(`${label}: ${texts[i]}`, width)),
  ]);
}

/** Says so where the page is too narrow for the context that was asked for. */
function cutNotes(panels: readonly Panel[]): string[] {
  const contexts = panels.flatMap(({ columns }) =>
    columns.filter(({ column }) => column.overflow === 'start' || column.overflow === 'end'),
  );
  if (!contexts.some(({ width, natural }) => width < natural)) return [];
  const shown = contexts.map(({ width }) => width);
  const [least, most] = [Math.min(...shown), Math.max(...shown)];
  const columns = least === most ? String(least) : `${least} and ${most}`;
  return [`Context is cut to ${columns} columns, as the page is no wider; CSV, JSON and Markdown have all of it.`];
}

/** Columns that a reader of the notes would look for in vain. */
function leftOutNotes({ columns, rows }: Table, panels: readonly Panel[]): string[] {
  const shown = new Set(panels.flatMap((panel) => panel.columns.map(({ index }) => index)));
  const isTelling = (i: number): boolean => rows.some(({ cells }) => cells[i]!.value !== null);
  const left = columns.flatMap(({ secondary, label }, i) =>
    secondary && !shown.has(i) && isTelling(i) ? [label] : [],
  );
  return left.length === 0
    ? []
    : [`Left out on a page as narrow as this: ${[...new Set(left)].join(', ')}. --format csv has all columns.`];
}

/** A table as lines of at most `width` (≥ 2) columns: title, figures, the meaning of its shading, notes. */
export function tableLines(table: Table, width: number, style: Style): string[] {
  const panels = layOut(table, width);
  const drawn = panels?.map((panel) => panelLines(panel, table, width, style));
  const body =
    table.rows.length === 0
      ? ['(none)']
      : (drawn ?? [recordLines(table, width)]).flatMap((lines, i) => (i > 0 ? ['', ...lines] : lines));
  const cut = cutNotes(panels ?? []);
  const left = panels && table.namesLeftOut ? leftOutNotes(table, panels) : [];
  const notes = [
    ...left,
    ...(table.shading === undefined ? [] : [`${legend} ${table.shading}`]),
    ...cut,
    ...table.notes,
  ];
  return [
    ...wrap(flow(table.title), width).map(style.bold),
    '',
    ...body,
    ...(notes.length > 0 ? [''] : []),
    ...notes.flatMap((note) => wrap(flow(note), width).map(style.dim)),
  ];
}
