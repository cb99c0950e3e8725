import { turnAt } from '../../text/transcript.js';
import { displayWidth } from '../../core/width.js';
import type { Line, Piece } from './frame.js';
import { cutEnd, cutMiddle } from '../layout/shown-text.js';
import type { TagState } from '../model/state.js';
import { MEMO } from './here.js';
import { fill, lineWidth, over, piece, spaces } from './line.js';
import { BAD } from './looks.js';

/** Where the coder is, and how far: in words, in figures, and what of it is most needed. */
function facts(state: TagState): readonly string[] {
  const { source, cursor, progress, walk } = state;
  const { turns, linesBefore } = source.transcript;
  const line = linesBefore + source.lines.lineOf(cursor.start);
  const turn = (turnAt(turns, cursor.start)?.index ?? -1) + 1;
  const { seen, units, coded } = progress;
  return [
    `turn ${turn} of ${turns.length}  ·  line ${line}  ·  by ${walk}  ·  seen ${seen} of ${units}  ·  coded ${coded}`,
    `turn ${turn}/${turns.length}  line ${line}  seen ${seen}/${units}  coded ${coded}`,
    `turn ${turn}/${turns.length}  seen ${seen}/${units}`,
  ];
}

function savedPiece({ saved }: TagState): Piece {
  return saved.state === 'saved' ? piece('✓ saved') : piece(' NOT SAVED ', { color: BAD, bold: true });
}

/** Columns that a source's name has before facts are left out for it. */
const SOURCE = 20;
/** The study's title shows where it has this many. */
const TITLE = 24;

/** The first line: source, place, progress, coder, whether all is on disk. */
export function statusLine(state: TagState): Line {
  const { columns } = state.size;
  const right = [
    ...(state.blind ? [piece('BLIND', { bold: true }), spaces(2)] : []),
    piece(cutEnd(state.coder, 16)),
    spaces(2),
    savedPiece(state),
    spaces(1),
  ];
  const room = columns - lineWidth(right) - 2;
  const named = Math.min(SOURCE, displayWidth(state.source.id));
  const told = facts(state);
  const middle = told.find((words) => displayWidth(words) + named + 3 <= room) ?? told.at(-1)!;
  const source = cutMiddle(state.source.id, Math.max(8, room - displayWidth(middle) - 5));
  const title = room - displayWidth(middle) - displayWidth(source) - 10;
  const name = title >= TITLE ? cutEnd(state.title, title) : '';
  const left: Line = [
    spaces(1),
    ...(name === '' ? [] : [piece(name), piece(' › ')]),
    piece(source, { bold: true }),
    piece(state.source.memo === '' ? '' : ` ${MEMO}`),
    piece(`   ${middle}`),
  ];
  return over([...fill(left, columns - lineWidth(right)), ...right], { inverse: true });
}

/** What a reader is told on the line above the keys: that nothing was saved, a message, else what goes on besides. */
export function messageLine(state: TagState): Line {
  const { columns } = state.size;
  const { saved, message } = state;
  if (saved.state === 'failed') {
    const words = ` NOT SAVED: ${saved.message}`;
    return over(fill([piece(cutEnd(words, columns))], columns), { inverse: true, bold: true, color: BAD });
  }
  if (message !== '') return fill([spaces(1), piece(cutEnd(message, columns - 2), { bold: true })], columns);
  const also = besides(state).join('   ·   ');
  return fill([spaces(1), piece(cutEnd(also, columns - 2), { dim: true })], columns);
}

/** What goes on besides reading. */
function besides({ queue, search, follow, source, codes }: TagState): string[] {
  const name = codes.find(({ id }) => id === follow)?.name;
  const { places = [], index = 0, title = '' } = queue ?? {};
  return [
    ...(queue === null ? [] : [`${title}: place ${index + 1} of ${places.length}`]),
    ...(search === '' ? [] : [`search: ${search}`]),
    ...(name === undefined ? [] : [`» ${name}`]),
    ...(source.unplaced > 0 ? [`${source.unplaced} codings without a sure place: qcode reanchor`] : []),
  ];
}
