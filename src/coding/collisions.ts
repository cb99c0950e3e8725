import { editsOf } from './decide.js';
import type { Quotation } from './quotation.js';
import type { Candidate } from './reading.js';
import { skeletonPoints } from './skeleton.js';
import { EDITS_BETTER } from './thresholds.js';

/** A quotation that has one sure place. */
export interface Sighting {
  readonly quotation: Quotation;
  readonly candidate: Candidate;
}

/**
 * Those of the quotations whose place another one has, though they stood in different places of one text: one of these
 * is gone. The one whose context differs clearly less keeps the place; without such a one none does.
 */
export function collisions(sightings: readonly Sighting[]): Sighting[] {
  const groups = new Map<string, Sighting[]>();
  for (const sighting of sightings) {
    const { start, end } = sighting.candidate.place.span();
    const key = `${start}:${end} ${sighting.quotation.anchor.digest}`;
    const group = groups.get(key);
    if (group) group.push(sighting);
    else groups.set(key, [sighting]);
  }
  return [...groups.values()].flatMap((group) => {
    if (new Set(group.map(startOf)).size === 1) return [];
    const best = group.reduce((a, b) => (editsOf(b.candidate) < editsOf(a.candidate) ? b : a));
    const others = group.filter((other) => startOf(other) !== startOf(best));
    const isClear = others.every(({ candidate }) => editsOf(candidate) >= editsOf(best.candidate) + EDITS_BETTER);
    return isClear ? others : group;
  });
}

/** The code point where the first word of a quotation stood. */
function startOf({ quotation: { anchor } }: Sighting): number {
  return anchor.start + [...anchor.exact].findIndex((character) => skeletonPoints(character).length > 0);
}
