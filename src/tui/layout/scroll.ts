import { firstWhere } from '../../core/bisection.js';
import type { Span } from '../../core/span.js';
import type { OpenSource } from '../model/state.js';
import { rowsAround } from './chunk.js';
import type { Row } from './wrap.js';

/* Which rows stand on the screen. All of it costs what the rows cost that are shown, however long the text is. */

/** Rows of the page before that stay on the screen when a page is turned. */
const KEPT = 2;
/** The part of the screen above a place that the text is scrolled to. */
const ABOVE = 1 / 4;

/** The position, among a chunk's rows, of the one that holds a byte. */
function rowIndex(rows: readonly Row[], byte: number): number {
  return Math.max(0, firstWhere(rows.length, (i) => rows[i]!.start > byte) - 1);
}

/** The `count` rows from the one that holds byte `top` on; fewer at the end of the text. */
export function rowsFrom(open: OpenSource, top: number, columns: number, count: number): Row[] {
  const { text } = open.transcript;
  const found: Row[] = [];
  let chunk = rowsAround(open, top, columns);
  let index = rowIndex(chunk, top);
  while (found.length < count) {
    if (index === chunk.length) {
      const next = chunk[index - 1]!.end;
      if (next >= text.length) break;
      chunk = rowsAround(open, next, columns);
      index = 0;
    }
    found.push(chunk[index++]!);
  }
  return found;
}

/** The first byte of the row that stands `count` rows before the one that holds byte `top`; of the first row at most. */
export function rowsBefore(open: OpenSource, top: number, columns: number, count: number): number {
  let chunk = rowsAround(open, top, columns);
  let index = rowIndex(chunk, top) - count;
  while (index < 0) {
    const { start } = chunk[0]!;
    if (start === 0) return 0;
    chunk = rowsAround(open, start - 1, columns);
    index += chunk.length;
  }
  return chunk[index]!.start;
}

/** The byte of the first row when the last row of the text stands at the foot of the screen. */
function lastTop(open: OpenSource, columns: number, rows: number): number {
  return rowsBefore(open, open.transcript.text.length, columns, rows - 1);
}

/**
 * The byte of the first row, such that `target` is on the screen: where it is already, nothing moves; else its
 * beginning stands below the upper quarter, or higher where its end would not be seen.
 *
 * @param top the byte of the first row now; it need not begin one
 * @param columns of the transcript's text
 * @param rows of the transcript's text, at least 1
 */
export function topFor(open: OpenSource, top: number, target: Span, columns: number, rows: number): number {
  const shown = rowsFrom(open, top, columns, rows);
  const first = shown[0]!;
  const last = shown.at(-1)!;
  const whole = target.end <= last.end;
  const all = shown.length === rows || first.start === 0;
  if (all && target.start >= first.start && (whole || (target.start < last.end && target.start < first.end)))
    return first.start;
  const needed = rowsFrom(open, target.start, columns, rows).findIndex((row) => row.end >= target.end) + 1;
  const above = needed === 0 ? 0 : Math.min(Math.floor(rows * ABOVE), rows - needed);
  return Math.min(rowsBefore(open, target.start, columns, above), lastTop(open, columns, rows));
}

/** The byte of the first row a page further towards the end (1) or the beginning (-1). Some rows stay in sight. */
export function pageFrom(open: OpenSource, top: number, columns: number, rows: number, direction: 1 | -1): number {
  const step = Math.max(1, rows - KEPT);
  if (direction < 0) return rowsBefore(open, top, columns, step);
  const next = rowsFrom(open, top, columns, step + 1);
  return Math.min(next.at(-1)!.start, lastTop(open, columns, rows));
}
