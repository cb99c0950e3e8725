import { addToSelected } from '../../measure/selected.js';
import type { VisitorOf } from '../visitor.js';

export const selected: VisitorOf<'selected'> = {
  create: () => new Set(),
  add: addToSelected,
  merge: (into, from) => {
    for (const key of from) into.add(key);
  },
};
