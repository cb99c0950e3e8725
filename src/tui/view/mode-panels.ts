import { bySpan } from '../../core/span.js';
import { onOneLine } from '../../measure/excerpt.js';
import { decode } from '../../text/utf8.js';
import type { Line } from './frame.js';
import { cutEnd } from '../layout/shown-text.js';
import { isMemo } from '../model/is-memo.js';
import { laidWith } from '../model/changes.js';
import { marksBetween } from '../model/marks.js';
import type { Choice, ChoosePurpose, Question, TagState, WritePurpose } from '../model/state.js';
import { fieldLine, writtenLines } from './field.js';
import { MEMO, SIGN, STAR } from './here.js';
import { DIM, fill, lineWidth, over, piece, spaces } from './line.js';
import { codeShown } from './looks.js';
import type { Panel } from './panel.js';
import { pickPanel } from './pick-panel.js';
import { proseLines } from './prose.js';
import { firstShown, treeLines } from './side.js';

/** Bytes of a segment that are read for an excerpt: more than fits on any line. */
const EXCERPT = 1200;

const CHOOSE: Readonly<Record<ChoosePurpose, string>> = {
  remove: 'Remove which coding?',
  memo: 'Write a memo on which coding?',
  extent: 'Change the extent of which coding?',
  move: 'Move which coding?',
  star: 'Star which coding?',
  accept: 'Accept which suggestion?',
  reject: 'Reject which suggestion?',
};

/** The beginning of a segment, white space as single spaces. */
function excerptOf(state: TagState, { start, end }: Choice): string {
  const { text } = state.source.transcript;
  let to = Math.min(end, start + EXCERPT);
  while (to > start && to < text.length && (text[to]! & 0xc0) === 0x80) to--;
  return decode(text, start, to).replace(/\s+/gu, ' ').trim();
}

/** What tells a coding from another of the same code and segment, as a merge leaves them; empty where there is none. */
function twinNote(state: TagState, choice: Choice): string {
  const { mode } = state;
  const isTwin = (each: Choice): boolean =>
    each.id !== choice.id && each.code === choice.code && bySpan(each, choice) === 0;
  if (mode.name !== 'choose' || choice.id === null || !mode.choices.some(isTwin)) return '';
  const laid = laidWith(state, choice.id);
  const former = laid?.formerly === undefined ? [] : [`was ${laid.formerly}`];
  const memo = laid?.memo === undefined ? [] : [onOneLine(laid.memo)];
  return [...former, ...memo].join(': ');
}

function choicePanel(state: TagState, columns: number, rows: number): Panel {
  const { mode } = state;
  if (mode.name !== 'choose') return { title: '', lines: [], caret: null };
  const first = firstShown(mode.index, mode.choices.length, rows);
  const lines = mode.choices.slice(first, first + rows).map((choice, i) => {
    const { name, color } = codeShown(state, choice.code);
    const mark = marksBetween(state, choice).find(({ id, code }) => id === choice.id && code === choice.code);
    const signs = `${mark?.starred ? ` ${STAR}` : ''}${mark?.memo ? ` ${MEMO}` : ''}`;
    const words = twinNote(state, choice) || excerptOf(state, choice);
    const number = first + i < 9 ? String(first + i + 1) : ' ';
    const head: Line = [
      piece(` ${number} `, { bold: true }),
      piece(`${SIGN[mark?.kind ?? 'own']} `, { color }),
      piece(`${cutEnd(name, Math.floor(columns * 0.4))}${signs}`),
    ];
    const line = fill([...head, piece(cutEnd(`  ${words}`, columns - lineWidth(head) - 1), DIM)], columns);
    return first + i === mode.index ? over(line, { inverse: true }) : line;
  });
  return { title: CHOOSE[mode.purpose], lines, caret: null };
}

function writeTitle(state: TagState, purpose: WritePurpose): string {
  switch (purpose.for) {
    case 'coding memo': {
      const code = laidWith(state, purpose.coding)?.code;
      return code === undefined ? 'Memo on the coding' : `Memo on this coding of “${codeShown(state, code).name}”`;
    }
    case 'code memo':
      return `Memo on the code “${codeShown(state, purpose.code).name}”`;
    case 'source memo':
      return 'Memo on this source';
    case 'new code':
      return purpose.parent === null ? 'New code' : `New code below “${codeShown(state, purpose.parent).name}”`;
    case 'rename code':
      return `New name of “${codeShown(state, purpose.code).name}”`;
  }
}

function writePanel(state: TagState, columns: number, rows: number): Panel {
  const { mode } = state;
  if (mode.name !== 'write') return { title: '', lines: [], caret: null };
  const title = writeTitle(state, mode.purpose);
  const { lines, caret } = isMemo(mode.purpose)
    ? writtenLines(mode.field, columns - 2, rows)
    : fieldLine([], mode.field, columns - 2);
  return {
    title,
    lines: lines.map((line): Line => [spaces(1), ...line]),
    caret: { row: caret.row, column: caret.column + 1 },
  };
}

function questionTitle(state: TagState, question: Question): string {
  switch (question.for) {
    case 'rename':
      return `Rename “${codeShown(state, question.code).name}” to “${question.name}”?`;
    case 'merge':
      return `Merge “${codeShown(state, question.from).name}” into “${codeShown(state, question.into).name}”?`;
    case 'undo':
      return question.which === 'done' ? 'Undo this?' : 'Take this undo back?';
    case 'discard':
      return 'Lose what you wrote?';
    case 'quit':
      return 'Quit?';
  }
}

function confirmPanel(state: TagState, columns: number, rows: number): Panel {
  const { mode } = state;
  if (mode.name !== 'confirm') return { title: '', lines: [], caret: null };
  const all = mode.preview.slice(mode.top ?? 0).flatMap((words) => proseLines(words, columns - 2));
  const shown = all.slice(0, rows);
  if (all.length > shown.length)
    shown[shown.length - 1] = [piece(`… ${all.length - shown.length + 1} more lines`, DIM)];
  return {
    title: questionTitle(state, mode.question),
    lines: shown.map((line): Line => [spaces(1), ...line]),
    caret: null,
  };
}

function codesPanel(state: TagState, columns: number, rows: number): Panel {
  return { title: 'Codes', lines: treeLines(state, columns, rows), caret: null };
}

/** The share of the body that a panel may take, so that the words it is about stay in sight. */
const SHARE = 0.5;
const MOST_ROWS = 16;

/** The panel of the mode, or null where it has none. `body` is the number of rows of the body. */
export function panelOf(state: TagState, columns: number, body: number, side: number): Panel | null {
  const rows = Math.max(4, Math.min(MOST_ROWS, Math.floor(body * SHARE))) - 1;
  switch (state.mode.name) {
    case 'pick':
      return pickPanel(state, columns, rows);
    case 'choose':
      return choicePanel(state, columns, rows);
    case 'write':
      return writePanel(state, columns, rows);
    case 'confirm':
      return confirmPanel(state, columns, rows);
    case 'codes':
      return side > 0 ? null : codesPanel(state, columns, rows);
    default:
      return null;
  }
}
