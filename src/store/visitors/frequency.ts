import { addToFrequency, createFrequency, mergeFrequency } from '../../measure/frequency.js';
import { codebookOf, type VisitorOf } from '../visitor.js';

export const frequency: VisitorOf<'frequency'> = {
  create: (study, options) => createFrequency(codebookOf(study), options),
  add: addToFrequency,
  merge: mergeFrequency,
};
