import type { OpenSource, Size } from '../model/state.js';

/* Where everything stands. One line at the top says where the coder is; two at the foot take messages and keys. */

export const LEAST_COLUMNS = 60;
export const LEAST_ROWS = 12;

/** The code pane hides where it would leave the transcript less than a good line. */
const LEAST_WITH_SIDE = 70;
/** The widest text: longer lines are hard to read back to their beginning. */
const WIDEST_TEXT = 120;

/** Columns of the bar at the cursor, of the tick of what is seen, and of the space before the text. */
const BAR = 1;
const TICK = 1;
const SPACE = 1;
/** Columns of white space after the text. */
const MARGIN = 1;

/** Places and sizes in columns and rows of the screen. */
export interface Panes {
  /** Rows between the status line and the two lines at the foot. */
  readonly bodyRows: number;
  /** Columns of the transcript with its margins, less the code pane and the line between. */
  readonly left: number;
  /** Digits of the widest line number. */
  readonly digits: number;
  /** Columns of the brackets that show how far codings reach. */
  readonly lanes: number;
  /** Columns of the transcript's text. */
  readonly textColumns: number;
  /** Columns of the code pane; 0 where it is hidden. */
  readonly side: number;
}

/** Whether nothing useful fits. */
export function tooSmall({ columns, rows }: Size): boolean {
  return columns < LEAST_COLUMNS || rows < LEAST_ROWS;
}

function sideColumns(columns: number): number {
  if (columns < LEAST_WITH_SIDE) return 0;
  if (columns < 100) return 26;
  return columns < 140 ? 32 : Math.min(48, Math.floor(columns * 0.28));
}

/** Number of the last line of the file that a source stands in. */
function lastLine({ transcript: { linesBefore, text }, lines }: OpenSource): number {
  return linesBefore + lines.lineOf(Math.max(0, text.length - 1));
}

/** The panes of a screen that is not too small. */
export function panes({ columns, rows }: Size, open: OpenSource): Panes {
  const least = sideColumns(columns);
  const digits = Math.max(3, String(lastLine(open)).length);
  const lanes = columns < 100 ? 3 : columns < 140 ? 4 : 6;
  const gutter = BAR + digits + TICK + lanes + SPACE;
  const room = columns - (least > 0 ? least + 1 : 0) - gutter - MARGIN;
  const textColumns = Math.min(room, WIDEST_TEXT);
  const side = least > 0 ? least + room - textColumns : 0;
  const left = side > 0 ? columns - side - 1 : columns;
  return { bodyRows: rows - 3, left, digits, lanes, textColumns, side };
}

/** Columns and rows of the transcript's text, as scrolling counts them. */
export function textArea(size: Size, open: OpenSource): Size {
  if (tooSmall(size)) return { columns: LEAST_COLUMNS - 20, rows: LEAST_ROWS - 3 };
  const { textColumns, bodyRows } = panes(size, open);
  return { columns: textColumns, rows: bodyRows };
}
