import { addToExamples, createExamples, mergeExamples } from '../../measure/examples.js';
import { codebookOf, type VisitorOf } from '../visitor.js';

export const examples: VisitorOf<'examples'> = {
  create: (study, { limit }) => createExamples(codebookOf(study), limit),
  add: addToExamples,
  merge: mergeExamples,
};
