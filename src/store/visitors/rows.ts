import { hitRows, labelsOf } from '../../exchange/hit-rows.js';
import { codebookOf, type VisitorOf } from '../visitor.js';

/** Rows of hits as text, one piece a source. */
export const rows: VisitorOf<'rows'> = {
  create: (study, options) => ({ options, labels: labelsOf(codebookOf(study)), pieces: [] }),
  add: ({ options, labels, pieces }, source) => {
    const text = hitRows(source, labels, options);
    if (text !== '') pieces.push(text);
  },
  merge: (into, from) => {
    for (const piece of from.pieces) into.pieces.push(piece);
  },
};
