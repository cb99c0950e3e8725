import { glanceOf } from '../../measure/glance.js';
import type { VisitorOf } from '../visitor.js';

export const glance: VisitorOf<'glance'> = {
  create: () => [],
  add: (tally, source) => {
    tally.push(glanceOf(source));
  },
  merge: (into, from) => {
    for (const one of from) into.push(one);
  },
};
