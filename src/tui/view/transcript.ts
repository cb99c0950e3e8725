import type { Span } from '../../core/span.js';
import type { Line, Piece } from './frame.js';
import { BLANK, breakKind, ENDING } from '../layout/breaking.js';
import { eachGrapheme, shownGrapheme } from '../layout/grapheme.js';
import type { Panes } from '../layout/panes.js';
import { rowsFrom, topFor } from '../layout/scroll.js';
import type { Row } from '../layout/wrap.js';
import { marksBetween, type Mark } from '../model/marks.js';
import { overlapping } from '../model/overlapping.js';
import type { TagState } from '../model/state.js';
import { lanesOf, type LaneCell } from './lanes.js';
import { fill, piece, spaces } from './line.js';
import { ACCENT, codeShown, GOOD } from './looks.js';
import { focusOf, stylesOf, type Styled } from './styles.js';

const BAR = '▌';
const SEEN = '✓';

/** Brackets of own codings, of suggestions and of other coders' codings: they differ in form. */
const BRACKETS = {
  own: { first: '┏', middle: '┃', last: '┗', only: '■' },
  accepted: { first: '┏', middle: '┃', last: '┗', only: '■' },
  suggested: { first: '┌', middle: '┊', last: '└', only: '□' },
  other: { first: '╔', middle: '║', last: '╚', only: '◇' },
} as const;
/** More codings than there are columns for. */
const MORE = '+';

function lanePiece(state: TagState, cell: LaneCell | null): Piece {
  if (cell === null) return piece(' ');
  if (cell.part === 'more') return piece(MORE);
  const { kind, code } = cell.mark;
  return piece(BRACKETS[kind][cell.part], { color: codeShown(state, code).color });
}

/** The text of a row in pieces that look the same; white space at its end is left out. */
function textPieces(text: Uint8Array, { start, end }: Row, styles: readonly Styled[], columns: number): Piece[] {
  const pieces: Piece[] = [];
  let style = styles.findLastIndex((one) => one.start <= start);
  let shown = '';
  let blanks = '';
  let room = columns;
  const flush = (): void => {
    if (shown !== '') pieces.push({ text: shown, look: styles[style]!.look });
    shown = '';
  };
  eachGrapheme(text, start, end, (at, next, codePoint, width) => {
    const kind = breakKind(codePoint);
    if (kind === ENDING) return;
    if (style + 1 < styles.length && styles[style + 1]!.start <= at) {
      // White space before a change belongs to what stands before it, but not at a row's end.
      shown += blanks;
      blanks = '';
      flush();
      while (style + 1 < styles.length && styles[style + 1]!.start <= at) style++;
    }
    room -= width;
    if (room < 0) return;
    if (kind === BLANK) blanks += shownGrapheme(text, at, next, codePoint);
    else {
      shown += blanks + shownGrapheme(text, at, next, codePoint);
      blanks = '';
    }
  });
  flush();
  return pieces;
}

/** The first byte of the rows that show when only `rows` are left to the transcript. */
function topOf(state: TagState, columns: number, rows: number, whole: number): number {
  if (rows === whole) return state.top;
  return topFor(state.source, state.top, focusOf(state) ?? state.cursor, columns, rows);
}

function touches(span: Span, row: Row): boolean {
  return span.start < row.end && row.start < span.end;
}

/**
 * The transcript's lines, `left` columns wide: a bar at the cursor, the line's number, a tick where a unit seen begins,
 * the brackets of codings, the text.
 */
export function transcriptLines(state: TagState, panes: Panes, rows: number): Line[] {
  const { source, cursor } = state;
  const { text, linesBefore } = source.transcript;
  const { left, digits, lanes: laneCount, textColumns } = panes;
  const shownRows = rowsFrom(source, topOf(state, textColumns, rows, panes.bodyRows), textColumns, rows);
  const shown: Span = { start: shownRows[0]!.start, end: shownRows.at(-1)!.end };
  const marks: readonly Mark[] = marksBetween(state, shown);
  const lanes = lanesOf(shownRows, marks, laneCount);
  const styles = stylesOf(state, shown, marks);
  const seen = overlapping(source.seen, shown);
  const lines = shownRows.map((row, i): Line => {
    const atCursor = touches(cursor, row);
    const line = source.lines.lineOf(row.start);
    const first = source.lines.startOf(line) === row.start;
    const number = first ? String(linesBefore + line) : '';
    const begins = seen.some(({ start }) => row.start <= start && start < row.end);
    return fill(
      [
        atCursor ? piece(BAR, { color: ACCENT, bold: true }) : piece(' '),
        piece(number.padStart(digits), atCursor ? { bold: true } : { dim: true }),
        begins ? piece(SEEN, { color: GOOD }) : piece(' '),
        ...lanes[i]!.map((cell) => lanePiece(state, cell)),
        piece(' '),
        ...textPieces(text, row, styles, textColumns),
      ],
      left,
    );
  });
  while (lines.length < rows) lines.push([spaces(left)]);
  return lines;
}
