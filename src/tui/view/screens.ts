import { displayWidth } from '../../core/width.js';
import type { Line } from './frame.js';
import { HELP_MARGINS, helpFor, helpKeyColumns, helpRows } from '../keys/help.js';
import { cutEnd, cutMiddle, shownText } from '../layout/shown-text.js';
import { sourceList } from '../model/pick-list.js';
import type { SourceEntry, TagState } from '../model/state.js';
import { fieldLine } from './field.js';
import { DIM, fill, fillRows, over, piece, rule, spaces, spread } from './line.js';
import { ACCENT, GOOD } from './looks.js';
import type { Panel } from './panel.js';
import { matchedPieces } from './pick-panel.js';
import { firstShown } from './side.js';

/* What takes the whole body: the list of sources, the list of places, the help. */

const BAR_WIDTH = 12;

/** How much of a source is seen: full blocks, then light ones. */
function progressBar({ seen, units }: SourceEntry, columns: number): string {
  const share = units === 0 ? 0 : seen / units;
  const full = share >= 1 ? columns : Math.min(columns - 1, Math.ceil(share * columns));
  return '█'.repeat(full) + '░'.repeat(columns - full);
}

function sourceLine(state: TagState, entry: SourceEntry, matched: readonly number[], columns: number): Line {
  const open = entry.id === state.source.id;
  const room = columns - BAR_WIDTH - 32;
  const name =
    displayWidth(shownText(entry.id)) <= room
      ? matchedPieces(entry.id, matched, room)
      : [piece(cutMiddle(entry.id, room))];
  const done = entry.units > 0 && entry.seen >= entry.units;
  const share = state.sources.some(({ assigned }) => !assigned);
  const left = [
    piece(open ? '› ' : '  ', { bold: true }),
    piece(share ? (entry.assigned ? '▪ ' : '  ') : '', { color: ACCENT }),
    ...name,
    piece(entry.case === entry.id ? '' : `  ${shownText(entry.case)}`, DIM),
  ];
  const right = [
    piece(progressBar(entry, BAR_WIDTH), { color: done ? GOOD : ACCENT }),
    piece((entry.units > 0 ? `${entry.seen}/${entry.units}` : '…').padStart(11)),
    piece(`${entry.codings} coded`.padStart(12), DIM),
    spaces(1),
  ];
  return spread(left, right, columns);
}

function sourcesScreen(state: TagState, columns: number, rows: number): Panel {
  const { mode } = state;
  if (mode.name !== 'sources') return { title: '', lines: [], caret: null };
  const found = sourceList(state.sources, mode.query.text);
  const typed = fieldLine([piece(' > ', { bold: true })], mode.query, columns);
  const index = Math.max(0, Math.min(mode.index, found.length - 1));
  const room = rows - 2;
  const first = firstShown(index, found.length, room);
  const list = found.slice(first, first + room).map(({ entry, matched }, i) => {
    const line = sourceLine(state, entry, matched, columns);
    return first + i === index ? over(line, { inverse: true }) : line;
  });
  if (found.length === 0) list.push([piece('   no source fits', DIM)]);
  const whole = state.sources.reduce((sum, { units }) => sum + units, 0);
  const seen = state.sources.reduce((sum, entry) => sum + entry.seen, 0);
  const title = `Sources: ${state.sources.length}, seen ${seen} of ${whole} units`;
  return { title, lines: [...typed.lines, ...fillRows(list, columns, room)], caret: typed.caret };
}

type ListedPlace = NonNullable<TagState['queue']>['places'][number];

/** Whether a place is done, and in a search whether it is ticked. */
function placeSign(place: ListedPlace): string {
  if (!('ticked' in place)) return place.done ? '✓ ' : '  ';
  if (place.done) return ' ✓  ';
  return place.ticked ? '[x] ' : '[ ] ';
}

function placeLine(place: ListedPlace, here: boolean, columns: number): Line {
  const name = cutMiddle(place.source, Math.min(24, Math.floor(columns / 4)));
  const left = [
    piece(here ? '›' : ' ', { bold: true }),
    piece(placeSign(place), place.done ? { color: GOOD } : {}),
    piece(name + ' '.repeat(Math.max(0, Math.min(24, Math.floor(columns / 4)) - displayWidth(name))), DIM),
    spaces(2),
  ];
  const used = left.reduce((sum, { text }) => sum + displayWidth(text), 0);
  return fill([...left, piece(cutEnd(place.excerpt, columns - used - 1))], columns);
}

function placesScreen(state: TagState, columns: number, rows: number): Panel {
  const { mode, queue } = state;
  if (mode.name !== 'places' || queue === null) return { title: '', lines: [], caret: null };
  const room = rows - 1;
  const first = firstShown(mode.index, queue.places.length, room);
  const lines = queue.places.slice(first, first + room).map((place, i) => {
    const line = placeLine(place, first + i === queue.index, columns);
    return first + i === mode.index ? over(line, { inverse: true }) : line;
  });
  const done = queue.places.filter((place) => place.done).length;
  const also =
    queue.kind === 'find' ? `, ${queue.places.filter((place) => place.ticked && !place.done).length} ticked` : '';
  return {
    title: `${queue.title}: ${queue.places.length} places${also}, ${done} done`,
    lines: lines.length > 0 ? lines : [[piece('   no places', DIM)]],
    caret: null,
  };
}

function helpScreen(state: TagState, columns: number, rows: number): Panel {
  const { mode } = state;
  if (mode.name !== 'help') return { title: '', lines: [], caret: null };
  const all = helpRows(columns, helpFor(state));
  const room = rows - 1;
  const top = Math.max(0, Math.min(mode.top, all.length - 1));
  const width = helpKeyColumns(columns);
  const lines = all.slice(top, top + room).map((row): Line => {
    if (row === null) return [];
    if ('title' in row) return [spaces(1), piece(row.title, { bold: true, underline: true })];
    const keys = cutEnd(row.keys, width);
    const { before, between } = HELP_MARGINS;
    return [spaces(before), piece(keys, { bold: true }), spaces(width - displayWidth(keys) + between), piece(row.help)];
  });
  const more = top + room < all.length ? `, ${all.length - top - room} more lines below` : '';
  return { title: `Help${more}`, lines, caret: null };
}

/** The screen of a mode that takes the whole body, its title first; null where the transcript shows. */
export function modeScreen(state: TagState, columns: number, rows: number): Panel | null {
  switch (state.mode.name) {
    case 'sources':
      return sourcesScreen(state, columns, rows);
    case 'places':
      return placesScreen(state, columns, rows);
    case 'help':
      return helpScreen(state, columns, rows);
    default:
      return null;
  }
}

/** A panel with its title over it, filled to so many rows. */
export function panelLines({ title, lines }: Panel, columns: number, rows: number): Line[] {
  return [rule(title, columns), ...fillRows(lines, columns, rows - 1)];
}
