import { displayWidth } from '../core/width.js';
import { largest } from './largest.js';
import { padEnd, padStart } from './lines.js';
import { escapeWithin, escapeLine } from './markdown-text.js';
import type { Column, Row, Table } from './model.js';
import { writtenCell } from './written.js';

/** Cells wider than this are not padded: the source stays readable without growing by the square. */
const PADDED = 30;
const INDENT = '&emsp;';

function isNumeric(column: Column): boolean {
  return column.format !== 'text';
}

function headings(table: Table): string[] {
  let number = 0;
  return table.columns.map((column, i) => {
    const numbered = table.square && i > 0 && isNumeric(column) && !column.summary;
    const label = numbered ? String(++number) : escapeWithin(column.label);
    return column.group === undefined ? label : `${escapeWithin(column.group)}<br>${label}`;
  });
}

function cellsOf(table: Table, row: Row, index: number): string[] {
  return table.columns.map((column, i) => {
    const text = escapeWithin(writtenCell(row.cells[i]!, column));
    const named = i === 0 ? (table.square ? `${index + 1} ` : '') + INDENT.repeat(row.depth ?? 0) + text : text;
    return (row.summary || column.strong) && text !== '' ? `<strong>${named}</strong>` : named;
  });
}

/** A table as GitHub's Markdown: title, grid, notes. Numbers are set flush right, codes indented. */
export function tableMarkdown(table: Table): string[] {
  const grid = [headings(table), ...table.rows.map((row, i) => cellsOf(table, row, i))];
  const widths = table.columns.map((_, i) =>
    Math.min(
      PADDED,
      largest(
        grid.map((cells) => displayWidth(cells[i]!)),
        3,
      ),
    ),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => (isNumeric(table.columns[i]!) ? padStart : padEnd)(cell, widths[i]!)).join(' | ')} |`;
  const rule = table.columns.map((column, i) => {
    const dashes = '-'.repeat(widths[i]! - 1);
    return isNumeric(column) || column.overflow === 'start' ? `${dashes}:` : `:${dashes}`;
  });
  const [head, ...body] = grid;
  return [
    `**${escapeWithin(table.title)}**`,
    '',
    ...(table.rows.length > 0 ? [line(head!), `| ${rule.join(' | ')} |`, ...body.map(line)] : ['(none)']),
    ...table.notes.flatMap((note) => ['', escapeLine(note)]),
  ];
}
