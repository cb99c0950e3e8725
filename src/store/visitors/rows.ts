import { hitRows, labelsOf } from '../../report/hit-rows.js';
import { codebookOf, type VisitorOf } from '../visitor.js';

/** Rows of hits as text, in pieces of a bounded size: one source may have more of it than memory holds. */
export const rows: VisitorOf<'rows'> = {
  create: (study, options) => ({ options, labels: labelsOf(codebookOf(study)), pieces: [] }),
  *add({ options, labels, pieces }, source) {
    for (const piece of hitRows(source, labels, options)) {
      pieces.push(piece);
      if (sizeOf(pieces) < FULL) continue;
      yield;
      pieces.length = 0;
    }
  },
  merge: (into, from) => {
    for (const piece of from.pieces) into.pieces.push(piece);
  },
};

/** Characters of rows that are held at a time. */
const FULL = 1 << 20;

function sizeOf(pieces: readonly string[]): number {
  return pieces.reduce((sum, piece) => sum + piece.length, 0);
}
