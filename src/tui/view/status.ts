import { turnAt } from '../../text/transcript.js';
import { displayWidth } from '../../core/width.js';
import type { Line, Look, Piece } from './frame.js';
import { cutEnd, cutMiddle } from '../layout/shown-text.js';
import { openIn } from '../model/deciding.js';
import type { TagState } from '../model/state.js';
import { MEMO } from './here.js';
import { DIM, fill, lineWidth, over, piece, spaces } from './line.js';
import { BAD } from './looks.js';
import { proseUpTo } from './prose.js';

/** Where the coder is, and how far: in words, in figures, and what of it is most needed. */
function facts(state: TagState): readonly string[] {
  const { source, cursor, progress, walk, queue } = state;
  const { turns, linesBefore } = source.transcript;
  const line = linesBefore + source.lines.lineOf(cursor.start);
  const turn = (turnAt(turns, cursor.start)?.index ?? -1) + 1;
  const { seen, units, coded } = progress;
  if (queue?.kind === 'adjudicate') {
    const open = openIn(queue);
    const settled = `settled ${queue.places.length - open}`;
    return [
      `turn ${turn} of ${turns.length}  ·  line ${line}  ·  ${settled} of ${queue.places.length}  ·  ${open} open`,
      `turn ${turn}/${turns.length}  line ${line}  ${settled}/${queue.places.length}  ${open} open`,
      `${settled}/${queue.places.length}  ${open} open`,
    ];
  }
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

/** The folder that all sources lie in, with a slash at its end; it tells none of them from another. */
function commonFolder({ source: { id }, sources }: TagState): string {
  let folder = id.slice(0, id.lastIndexOf('/') + 1);
  for (const other of sources) {
    while (!other.id.startsWith(folder)) folder = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
  }
  return folder;
}

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
  const { id } = state.source;
  const named = Math.min(SOURCE, displayWidth(id));
  const told = facts(state);
  const middle = told.find((words) => displayWidth(words) + named + 3 <= room) ?? told.at(-1)!;
  const most = Math.max(8, room - displayWidth(middle) - 5);
  const source = cutMiddle(displayWidth(id) <= most ? id : id.slice(commonFolder(state).length), most);
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

/** Lines of messages that any screen has room for, and the share of a larger one: the transcript is to stay in sight. */
const ROOM = 4;
const SHARE = 0.25;

/** A message over as many lines as it needs, but no more than `most`. */
function wordsOver(words: string, columns: number, most: number, look: Look): Line[] {
  return proseUpTo(words, columns - 2, most).map((line) => over(fill([spaces(1), ...line], columns), look));
}

/** What a reader is told above the keys: why the last change is not saved, what the last key did. Often nothing. */
export function messageLines(state: TagState): Line[] {
  const { saved, message, size } = state;
  const { columns, rows } = size;
  const most = Math.max(ROOM, Math.floor(rows * SHARE));
  const tell = (words: string, room: number): Line[] => wordsOver(words, columns, room, { bold: true });
  if (saved.state === 'saved') return message === '' ? [] : tell(message, most);
  // Who goes on all the same is told what his keys do.
  const also = message === '' || message === saved.message ? null : message;
  const look = { inverse: true, bold: true, color: BAD };
  const refusal = wordsOver(`NOT SAVED: ${saved.message}`, columns, also === null ? most : most - 1, look);
  return also === null ? refusal : [...refusal, ...tell(also, most - refusal.length)];
}

/** What goes on besides reading, on one line. */
export function besidesLine(state: TagState): Line {
  const { columns } = state.size;
  const also = besides(state).join('   ·   ');
  return fill([spaces(1), piece(cutEnd(also, columns - 2), DIM)], columns);
}

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
