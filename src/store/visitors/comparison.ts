import { addToComparison, createComparison, mergeComparison } from '../../measure/comparison/tally.js';
import { codebookOf, type VisitorOf } from '../visitor.js';

export const comparison: VisitorOf<'comparison'> = {
  create: (study, options) => createComparison(codebookOf(study), options),
  add: addToComparison,
  merge: mergeComparison,
};
