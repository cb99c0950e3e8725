import { addToQuoted, createQuoted, mergeQuoted } from '../../measure/theory/quoted-nowhere.js';
import type { VisitorOf } from '../visitor.js';

export const quoted: VisitorOf<'quoted'> = {
  create: (_study, options) => createQuoted(options),
  add: addToQuoted,
  merge: mergeQuoted,
};
