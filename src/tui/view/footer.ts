import { displayWidth } from '../../core/width.js';
import type { Line, Piece } from './frame.js';
import { footerKeys } from '../keys/footer.js';
import type { TagState } from '../model/state.js';
import { fill, piece, spaces } from './line.js';

const GAP = 2;

/** The last line: the keys that work now, those that there is room for, none cut. */
export function footerLine(state: TagState): Line {
  const { columns } = state.size;
  const line: Piece[] = [];
  let room = columns;
  for (const { keys, name } of footerKeys(state)) {
    const gap = line.length === 0 ? 1 : GAP;
    const wide = gap + displayWidth(keys) + 1 + displayWidth(name);
    if (wide > room) continue;
    room -= wide;
    line.push(spaces(gap), piece(keys, { bold: true }), piece(` ${name}`, { dim: true }));
  }
  return fill(line, columns);
}
