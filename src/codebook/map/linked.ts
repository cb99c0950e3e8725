import type { Code, Codebook, Relation } from '../codebook.js';
import { ancestorsOf, codeAt, descendantsOf } from '../tree.js';
import { linkDistances } from './distance.js';

/** A category: a code, the codes below it, and all that are kinds (`is-a`) of one of these. */
export function categoryOf(codebook: Codebook, id: string): ReadonlySet<string> {
  const members = new Set([id]);
  // Walked while it grows.
  for (const member of members) {
    for (const below of descendantsOf(codebook, codeAt(codebook, member))) members.add(codebook.codes[below]!.id);
    for (const { from, type, to } of codebook.relations) if (type === 'is-a' && to === member) members.add(from);
  }
  return members;
}

/** Codes between which there is a chain of relations, in the order of the codebook: one list for each part of the map. */
export function partsOf(codebook: Codebook, relations: readonly Relation[]): readonly (readonly string[])[] {
  const parts: string[][] = [];
  const known = new Set<string>();
  const ends = new Set(relations.flatMap(({ from, to }) => [from, to]));
  for (const { id } of codebook.codes) {
    if (!ends.has(id) || known.has(id)) continue;
    const part = linkDistances(relations, [id], 'either');
    for (const member of part.keys()) known.add(member);
    parts.push(codebook.codes.flatMap((code) => (part.has(code.id) ? [code.id] : [])));
  }
  return parts;
}

/**
 * The codes from which no chain of relations leads to one of some codes. One with such a code above or below it in the
 * codebook is not among them: it is a part or the whole of a code that is linked.
 */
export function unlinked(codebook: Codebook, to: Iterable<string>): readonly Code[] {
  const linked = linkDistances(codebook.relations, [...to], 'either');
  return codebook.codes.filter((code, at) => {
    const kin = [...ancestorsOf(codebook, at), ...descendantsOf(codebook, at)];
    return !linked.has(code.id) && !kin.some((other) => linked.has(codebook.codes[other]!.id));
  });
}
