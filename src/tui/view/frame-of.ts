import type { Frame, Line } from './frame.js';
import { LEAST_COLUMNS, LEAST_ROWS, panes, tooSmall } from '../layout/panes.js';
import type { TagState } from '../model/state.js';
import { fieldLine, type Caret } from './field.js';
import { footerLine } from './footer.js';
import { codesHere, hereLine, LEGEND } from './here.js';
import { DIM, fill, fillRows, lineWidth, piece, spaces } from './line.js';
import { panelOf } from './mode-panels.js';
import { proseLines } from './prose.js';
import { modeScreen, panelLines } from './screens.js';
import { sideLines } from './side.js';
import { messageLine, statusLine } from './status.js';
import { transcriptLines } from './transcript.js';

/** A screen and where text is typed on it. */
interface Screen {
  /** `size.rows` lines of exactly `size.columns` columns. */
  readonly frame: Frame;
  /** 0-based from the upper left corner; null where no text is typed. */
  readonly caret: Caret | null;
}

function smallScreen({ size: { columns, rows } }: TagState): Frame {
  const words = [
    `qcode tag needs at least ${LEAST_COLUMNS}×${LEAST_ROWS} characters;`,
    `this terminal has ${columns}×${rows}.`,
    'Make its window larger, or its letters smaller.',
  ];
  return fillRows(
    words.flatMap((line) => proseLines(line, columns)),
    columns,
    rows,
  );
}

/** The codes at the cursor on one line, where no pane lists them. */
function hereOnOneLine(state: TagState): Line {
  const { columns } = state.size;
  const line = [spaces(1)];
  for (const here of codesHere(state)) {
    const next = hereLine(state, here);
    if (lineWidth(line) + lineWidth(next) > columns - 4) {
      line.push(piece('…', DIM));
      break;
    }
    line.push(...next, spaces(3));
  }
  return fill(line.length > 1 ? line : [piece(' no code', DIM)], columns);
}

/** The transcript, the code pane beside it, and a panel below them where the mode has one. */
function body(state: TagState): { lines: Line[]; caret: Caret | null } {
  const { columns } = state.size;
  const placed = panes(state.size, state.source);
  const { bodyRows, side } = placed;
  const screen = modeScreen(state, columns, bodyRows);
  if (screen !== null) {
    return { lines: panelLines(screen, columns, bodyRows), caret: below(screen.caret, 1) };
  }
  const panel = panelOf(state, columns, bodyRows, side);
  const taken = panel === null ? 0 : panel.lines.length + 1;
  const rows = bodyRows - taken;
  const transcript = transcriptLines(state, placed, rows);
  const beside = side > 0 ? sideLines(state, side, rows) : [];
  const lines = transcript.map((line, i): Line => (side > 0 ? [...line, piece('│', DIM), ...beside[i]!] : line));
  if (panel === null) return { lines, caret: null };
  return { lines: [...lines, ...panelLines(panel, columns, taken)], caret: below(panel.caret, rows + 1) };
}

function below(caret: Caret | null, rows: number): Caret | null {
  return caret === null ? null : { row: caret.row + rows, column: caret.column };
}

/** The line above the keys, and where text is typed on it. */
function foot(state: TagState): { line: Line; column: number | null } {
  const { mode, message, saved, size } = state;
  const { columns } = size;
  if (mode.name === 'ask') {
    const prompt = piece(mode.purpose === 'search' ? ' Search: ' : ' Go to line: ', { bold: true });
    const { lines, caret } = fieldLine([prompt], mode.field, columns);
    return { line: fill(lines[0]!, columns), column: caret.column };
  }
  const quiet = message === '' && saved.state === 'saved';
  if (quiet && mode.name === 'help') return { line: fill([piece(` ${LEGEND}`)], columns), column: null };
  const transcript = mode.name !== 'sources' && mode.name !== 'places';
  if (quiet && transcript && panes(size, state.source).side === 0) return { line: hereOnOneLine(state), column: null };
  return { line: messageLine(state), column: null };
}

/** The whole screen as it is drawn, and the place of the terminal's own cursor. */
export function screenOf(state: TagState): Screen {
  const { rows } = state.size;
  if (tooSmall(state.size)) return { frame: smallScreen(state), caret: null };
  const { lines, caret } = body(state);
  const { line, column } = foot(state);
  const frame = [statusLine(state), ...lines, line, footerLine(state)];
  return { frame, caret: column === null ? below(caret, 1) : { row: rows - 2, column } };
}

/** The whole screen: `size.rows` lines of exactly `size.columns` columns. */
export function frameOf(state: TagState): Frame {
  return screenOf(state).frame;
}
