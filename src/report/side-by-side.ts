import { displayWidth } from '../core/width.js';

/** Running text in columns narrower than this is hard to read. */
const LEAST_WIDTH = 46;
const GAP = 3;

/** Neighbours that fit beside one another on a page; as few bands as that takes, filled alike. */
export function bandsOf<T>(columns: readonly T[], width: number): T[][] {
  const most = Math.max(1, Math.floor((width + GAP) / (LEAST_WIDTH + GAP)));
  const count = Math.ceil(columns.length / most);
  const each = Math.ceil(columns.length / count);
  return Array.from({ length: count }, (_, i) => columns.slice(i * each, (i + 1) * each));
}

/** How wide each of so many columns is. */
export function columnWidth(count: number, width: number): number {
  return Math.floor((width - GAP * (count - 1)) / count);
}

/** A column of text: its lines, and the same without the escape sequences of its style. */
interface TextColumn {
  readonly lines: readonly string[];
  readonly measured: readonly string[];
}

/** Columns of text of one width beside one another; no white space at the end of a line. */
export function beside(columns: readonly TextColumn[], width: number): string[] {
  const height = columns.reduce((most, { lines }) => Math.max(most, lines.length), 0);
  return Array.from({ length: height }, (_, row) => {
    let line = '';
    let missing = 0;
    for (const { lines, measured } of columns) {
      const text = lines[row] ?? '';
      if (text !== '') line += ' '.repeat(missing) + text;
      missing = (text === '' ? missing + width : width - displayWidth(measured[row]!)) + GAP;
    }
    return line;
  });
}
