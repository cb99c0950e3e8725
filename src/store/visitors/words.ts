import { addWords, createWordTally, mergeWords } from '../../measure/words/word-count.js';
import type { VisitorOf } from '../visitor.js';

export const words: VisitorOf<'words'> = {
  create: createWordTally,
  add: addWords,
  merge: mergeWords,
};
