import { kwicLines } from '../../measure/kwic.js';
import type { VisitorOf } from '../visitor.js';

export const kwic: VisitorOf<'kwic'> = {
  create: (_study, { width, codes }) => ({ width, codes: codes ? new Set(codes) : undefined, lines: [] }),
  add: ({ width, codes, lines }, source) => {
    for (const line of kwicLines(source, width, codes)) lines.push(line);
  },
  merge: (into, from) => {
    for (const line of from.lines) into.lines.push(line);
  },
};
