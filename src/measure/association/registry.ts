import type { Association } from './association.js';
import { jaccard } from './jaccard.js';

/** Every measure of association, in the order in which they are offered. */
export const associations: readonly Association[] = [jaccard];
