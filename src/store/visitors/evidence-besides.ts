import { addToEvidence, createEvidence, mergeEvidence } from '../../measure/theory/evidence.js';
import { codebookOf, type VisitorOf } from '../visitor.js';

export const evidenceBesides: VisitorOf<'evidenceBesides'> = {
  create: (study, { sets, ...options }) =>
    Array.from({ length: sets }, () => createEvidence(codebookOf(study), options)),
  add: (tallies, { besides = [] }) => besides.forEach((source, at) => addToEvidence(tallies[at]!, source)),
  merge: (into, from) => into.forEach((tally, at) => mergeEvidence(tally, from[at]!)),
};
