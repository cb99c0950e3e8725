import type { Frame, Line } from './frame.js';
import { LEAST_COLUMNS, LEAST_ROWS, panes, tooSmall } from '../layout/panes.js';
import type { TagState } from '../model/state.js';
import { whyUncounted } from '../model/uncounted.js';
import { fieldLine, type Caret } from './field.js';
import { footerLine } from './footer.js';
import { codesHere, hereLine, LEGEND } from './here.js';
import { DIM, fill, fillRows, lineWidth, piece, spaces } from './line.js';
import { panelOf } from './mode-panels.js';
import { proseLines } from './prose.js';
import { modeScreen, panelLines } from './screens.js';
import { sideLines } from './side.js';
import { besidesLine, messageLines, statusLine } from './status.js';
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
  const line = [
    spaces(1),
    ...(whyUncounted(state.source, state.cursor) === null ? [] : [piece('not counted', DIM), spaces(3)]),
  ];
  const before = line.length;
  for (const here of codesHere(state)) {
    const next = hereLine(state, here);
    if (lineWidth(line) + lineWidth(next) > columns - 4) {
      line.push(piece('…', DIM));
      break;
    }
    line.push(...next, spaces(3));
  }
  return fill(line.length > before ? line : [...line, piece('no code', DIM)], columns);
}

/** The transcript, the code pane beside it, and a panel below them where the mode has one, in so many rows. */
function body(state: TagState, bodyRows: number): { lines: Line[]; caret: Caret | null } {
  const { columns } = state.size;
  const placed = panes(state.size, state.source);
  const { side } = placed;
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

/** The lines above the keys, and where text is typed on the last of them. */
function foot(state: TagState): { lines: Line[]; column: number | null } {
  const { mode, size } = state;
  const { columns } = size;
  const told = messageLines(state);
  if (mode.name === 'ask') {
    const prompt = piece(mode.purpose === 'search' ? ' Search: ' : ' Go to line: ', { bold: true });
    const { lines, caret } = fieldLine([prompt], mode.field, columns);
    return { lines: [...told, fill(lines[0]!, columns)], column: caret.column };
  }
  return { lines: told.length > 0 ? told : [quietLine(state)], column: null };
}

/** What stands above the keys where nothing is to be told. */
function quietLine(state: TagState): Line {
  const { mode, size } = state;
  if (mode.name === 'help') return fill([piece(` ${LEGEND}`)], size.columns);
  const isOfTranscript = mode.name !== 'sources' && mode.name !== 'places';
  return isOfTranscript && panes(size, state.source).side === 0 ? hereOnOneLine(state) : besidesLine(state);
}

/** The whole screen as it is drawn, and the place of the terminal's own cursor. */
export function screenOf(state: TagState): Screen {
  const { rows } = state.size;
  if (tooSmall(state.size)) return { frame: smallScreen(state), caret: null };
  const { lines: told, column } = foot(state);
  // A message of several lines takes them from the body.
  const { lines, caret } = body(state, panes(state.size, state.source).bodyRows + 1 - told.length);
  const frame = [statusLine(state), ...lines, ...told, footerLine(state)];
  return { frame, caret: column === null ? below(caret, 1) : { row: rows - 2, column } };
}

/** The whole screen: `size.rows` lines of exactly `size.columns` columns. */
export function frameOf(state: TagState): Frame {
  return screenOf(state).frame;
}
