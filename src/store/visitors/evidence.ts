import { addToEvidence, createEvidence, mergeEvidence } from '../../measure/theory/evidence.js';
import { codebookOf, type VisitorOf } from '../visitor.js';

export const evidence: VisitorOf<'evidence'> = {
  create: (study, options) => createEvidence(codebookOf(study), options),
  add: addToEvidence,
  merge: mergeEvidence,
};
