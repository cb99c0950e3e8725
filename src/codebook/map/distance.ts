import type { Relation } from '../codebook.js';

/** Whether links are followed both ways, or only from the code at which a relation begins to the one it leads to. */
export type Direction = 'either' | 'along';

/**
 * The link distance of codes: the fewest relations that lead to each from the nearest of some codes, which are at 0.
 * Codes that none leads to are not in the map. Only relations count, not the tree of the codebook.
 *
 * @param starts ids of codes
 */
export function linkDistances(
  relations: readonly Relation[],
  starts: readonly string[],
  direction: Direction,
): ReadonlyMap<string, number> {
  const next = neighbours(relations, direction);
  const distances = new Map(starts.map((id) => [id, 0]));
  // A map is walked in the order in which it grows: nearer codes first.
  for (const [id, distance] of distances)
    for (const other of next.get(id) ?? []) if (!distances.has(other)) distances.set(other, distance + 1);
  return distances;
}

function neighbours(relations: readonly Relation[], direction: Direction): ReadonlyMap<string, readonly string[]> {
  const next = new Map<string, string[]>();
  const link = (from: string, to: string): void => {
    const known = next.get(from);
    if (known) known.push(to);
    else next.set(from, [to]);
  };
  for (const { from, to } of relations) {
    link(from, to);
    if (direction === 'either') link(to, from);
  }
  return next;
}
