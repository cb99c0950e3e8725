import { addToExamples, createExamples, mergeExamples } from '../../measure/examples.js';
import { codebookOf, type VisitorOf } from '../visitor.js';

export const examples: VisitorOf<'examples'> = {
  create: (study, { limit, quoting }) => createExamples(codebookOf(study), limit, quoting),
  add: addToExamples,
  merge: mergeExamples,
};
