import { addToPairs, createPairs, mergePairs } from '../../measure/pairs/tally.js';
import { codebookOf, type VisitorOf } from '../visitor.js';

export const pairs: VisitorOf<'pairs'> = {
  create: (study, options) => createPairs(codebookOf(study), options),
  add: addToPairs,
  merge: mergePairs,
};
