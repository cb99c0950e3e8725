import type { Line, Piece } from './frame.js';
import { cutGlyphs, glyphsOf, shownText } from '../layout/shown-text.js';
import { namesOf } from '../model/names.js';
import { picked, type Picked } from '../model/pick-list.js';
import type { CodeEntry, PickPurpose, TagState } from '../model/state.js';
import { fieldLine } from './field.js';
import { DIM, fill, fillRows, over, piece, spaces, spread } from './line.js';
import { codeShown } from './looks.js';
import type { Panel } from './panel.js';
import { aboutCode, firstShown } from './side.js';

/** From this width on, what a code means stands beside the list, else below it. */
const BESIDE = 90;
const TICKED = '✓';

function titleOf(state: TagState, purpose: PickPurpose, ticked: readonly string[]): string {
  switch (purpose.for) {
    case 'apply': {
      const { segment } = purpose;
      const unit = segment.start === state.cursor.start && segment.end === state.cursor.end;
      const what = unit ? `Code this ${state.walk}` : 'Code the selection';
      return ticked.length === 0 ? what : `${what}: ${namesOf(state, ticked)}`;
    }
    case 'move':
      return 'Move the coding to';
    case 'follow':
      return 'Follow the codings of';
    case 'merge':
      return `Merge “${codeShown(state, purpose.from).name}” into`;
    default:
      return 'Find a code';
  }
}

/** A name, the letters that were typed for underlined. */
export function matchedPieces(name: string, matched: readonly number[], columns: number): Piece[] {
  const letters = new Set(matched);
  return cutGlyphs(glyphsOf(name), columns).map(({ at, shown }) =>
    piece(shown, letters.has(at) ? { bold: true, underline: true } : {}),
  );
}

/** The codes above one, the nearest first: the list itself is no tree. */
function above(state: TagState, { parent }: CodeEntry): string {
  if (parent === null) return '';
  const code = codeShown(state, parent);
  return `  ‹ ${shownText(code.name)}${above(state, code)}`;
}

function entryLine(state: TagState, { entry, matched }: Picked<CodeEntry>, ticked: boolean, columns: number): Line {
  const recent = state.recent.indexOf(entry.id);
  const count = state.counts[entry.id] ?? 0;
  const left = [
    piece(ticked ? TICKED : ' ', { bold: true }),
    piece(recent >= 0 && recent < 9 ? String(recent + 1) : ' ', DIM),
    spaces(1),
    piece('■ ', { color: codeShown(state, entry.id).color }),
    ...matchedPieces(entry.name, matched, columns - 12),
    piece(above(state, entry), DIM),
  ];
  return spread(left, [piece(count === 0 ? '' : ` ${count}`, DIM), spaces(1)], columns);
}

/** The list from which codes are picked, and what the one under the cursor means. */
export function pickPanel(state: TagState, columns: number, rows: number): Panel {
  const { mode } = state;
  if (mode.name !== 'pick') return { title: '', lines: [], caret: null };
  const found = picked(state);
  const typed = fieldLine([piece(' > ', { bold: true })], mode.query, columns);
  const index = Math.max(0, Math.min(mode.index, found.length - 1));
  const beside = columns >= BESIDE;
  const listColumns = beside ? Math.min(60, Math.floor(columns / 2)) : columns;
  const about =
    found[index] === undefined ? [] : aboutCode(found[index].entry, columns - (beside ? listColumns + 3 : 4));
  const below = beside ? 0 : Math.min(about.length, 2);
  const room = rows - 1 - below;
  const first = firstShown(index, found.length, room);
  const list = found.slice(first, first + room).map((one, i) => {
    const line = entryLine(state, one, mode.ticked.includes(one.entry.id), listColumns);
    return first + i === index ? over(line, { inverse: true }) : line;
  });
  if (found.length === 0) list.push([piece('   no code fits', DIM)]);
  const filled = fillRows(list, listColumns, room);
  const lines = beside
    ? filled.map((line, i): Line => [...line, piece(' │ ', DIM), ...fill(about[i] ?? [], columns - listColumns - 3)])
    : [...filled, ...about.slice(0, below).map((line): Line => [spaces(3), ...over(line, { dim: true })])];
  return { title: titleOf(state, mode.purpose, mode.ticked), lines: [...typed.lines, ...lines], caret: typed.caret };
}
