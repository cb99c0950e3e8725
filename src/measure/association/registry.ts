import type { Association } from './association.js';
import { jaccard } from './jaccard.js';

/** Every measure of association, in the order in which they are offered. */
export const associations: readonly Association[] = [jaccard];

/** The measure of that id, or undefined. */
export function associationOf(id: string): Association | undefined {
  return associations.find((one) => one.id === id);
}
