import type { Association } from './association.js';
import { conditional } from './conditional.js';
import { dice } from './dice.js';
import { fisherOfPair } from './fisher.js';
import { g2 } from './g2.js';
import { jaccard } from './jaccard.js';
import { lift } from './lift.js';
import { npmi } from './npmi.js';
import { phi } from './phi.js';
import { pmi } from './pmi.js';

/** Every measure of association, in the order in which they are offered. */
export const associations: readonly Association[] = [
  jaccard,
  dice,
  lift,
  pmi,
  npmi,
  phi,
  g2,
  fisherOfPair,
  conditional,
];
