import { displayWidth } from '../../core/width.js';
import type { Line, Look, Piece } from './frame.js';
import { hasRightToLeft, LEFT_TO_RIGHT_MARK } from '../layout/direction.js';
import { cutEnd } from '../layout/shown-text.js';

/* Lines made of pieces. All widths are columns. */

const PLAIN: Look = {};
const ASCII = /^[\x20-\x7e]*$/;

const BOLD: Look = { bold: true };
export const DIM: Look = { dim: true };
export const INVERSE: Look = { inverse: true };

/** A piece of text that is written as it stands. */
export function piece(text: string, look: Look = PLAIN): Piece {
  return { text, look };
}

/** So many spaces; none is fine. */
export function spaces(columns: number, look: Look = PLAIN): Piece {
  return { text: ' '.repeat(Math.max(0, columns)), look };
}

function widthOf(text: string): number {
  return ASCII.test(text) ? text.length : displayWidth(text);
}

/** The columns that a line takes. */
export function lineWidth(line: Line): number {
  return line.reduce((sum, { text }) => sum + widthOf(text), 0);
}

/** White space is cut without a sign. */
function cut(text: string, columns: number): string {
  return text.trim() === '' ? ' '.repeat(columns) : cutEnd(text, columns);
}

/** The line cut or filled to exactly `columns`, so that what follows it stands in its place. */
export function fill(line: Line, columns: number, look: Look = PLAIN): Line {
  const filled: Piece[] = [];
  let room = columns;
  for (const one of line) {
    const width = widthOf(one.text);
    const text = width <= room ? one.text : cut(one.text, room);
    if (text !== '') filled.push(text === one.text ? one : { text, look: one.look });
    room -= text === one.text ? width : widthOf(text);
    if (text !== one.text) break;
  }
  if (filled.some(({ text }) => !ASCII.test(text) && hasRightToLeft(text))) filled.push(piece(LEFT_TO_RIGHT_MARK));
  if (room > 0) filled.push(spaces(room, look));
  return filled;
}

/** What stands at the left and at the right of a line; where there is no room for both, the left is cut. */
export function spread(left: Line, right: Line, columns: number, look: Look = PLAIN): Line {
  const width = Math.min(columns, lineWidth(right));
  return [...fill(left, columns - width, look), ...fill(right, width, look)];
}

/** As many lines as asked for: what is missing is blank, what is too much is left out. */
export function fillRows(lines: readonly Line[], columns: number, rows: number): Line[] {
  return Array.from({ length: Math.max(0, rows) }, (_, i) => fill(lines[i] ?? [], columns));
}

/** The same line with a look laid over each piece. */
export function over(line: Line, look: Look): Line {
  return line.map((one) => ({ text: one.text, look: { ...one.look, ...look } }));
}

/** A horizontal rule with a title in it: `── Codes ─────`. */
export function rule(title: string, columns: number): Line {
  const named = cutEnd(title, columns - 6);
  if (named === '') return [piece('─'.repeat(columns), DIM)];
  return fill([piece('── ', DIM), piece(named, BOLD), piece(` ${'─'.repeat(columns)}`, DIM)], columns).map((one) =>
    one.text.endsWith('…') && one.text.startsWith(' ─') ? { ...one, text: `${one.text.slice(0, -1)}─` } : one,
  );
}
