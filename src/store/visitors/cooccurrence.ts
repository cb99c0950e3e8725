import { addToCooccurrence, createCooccurrence, mergeCooccurrence } from '../../measure/cooccurrence.js';
import { codebookOf, type VisitorOf } from '../visitor.js';

export const cooccurrence: VisitorOf<'cooccurrence'> = {
  create: (study, options) => createCooccurrence(codebookOf(study), options),
  add: addToCooccurrence,
  merge: mergeCooccurrence,
};
