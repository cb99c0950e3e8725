import { addToPresence, createPresence, mergePresence } from '../../measure/code-presence.js';
import { codebookOf, type VisitorOf } from '../visitor.js';

export const presence: VisitorOf<'presence'> = {
  create: (study, options) => createPresence(codebookOf(study), options),
  add: addToPresence,
  merge: mergePresence,
};
