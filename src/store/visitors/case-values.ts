import { addToCaseValues } from '../../measure/query/case-values.js';
import type { VisitorOf } from '../visitor.js';

export const caseValues: VisitorOf<'caseValues'> = {
  create: (_, { leaves }) => ({ leaves, sources: [] }),
  add: addToCaseValues,
  merge: (into, from) => {
    into.sources.push(...from.sources);
  },
};
