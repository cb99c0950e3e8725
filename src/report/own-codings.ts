import type { Codebook } from '../codebook/codebook.js';
import { descendantsOf } from '../codebook/tree.js';
import type { Bound } from '../measure/query/bound.js';

/*
 * A code means its own codings, and a category often has none: all of them are of the codes below it. Who asks for it then
 * is told how to ask for these.
 */

/**
 * Of codes that are asked for, those that have codes below them and no codings of their own.
 *
 * @param how what brings in the codings below: `--below lists`
 */
export function withoutOwnCodings(
  codes: readonly number[],
  hasOwn: (code: number) => boolean,
  how: string,
  codebook: Codebook,
): string[] {
  return codes
    .filter((code) => hasBelow(code, codebook) && !hasOwn(code))
    .map((code) => `${codebook.codes[code]!.id} has no codings of its own; ${how} those of the codes below it.`);
}

/**
 * What to say where a query selects nothing, of the codes that it names and that have codes below them: they mean their own
 * codings, and a category often has none.
 *
 * @param parts the query, and what it asks of cases
 */
export function ownCodingsAlone(parts: readonly Bound[], codebook: Codebook): string[] {
  const named = new Set(parts.flatMap(codesNamed));
  return [...named]
    .filter((code) => hasBelow(code, codebook))
    .map((code) => codebook.codes[code]!.id)
    .map((id) => `${id} means its own codings alone; ${id}/* is the codes below it.`);
}

/** Positions of codes that a query names one by one, and not by a pattern. */
function codesNamed(part: Bound): readonly number[] {
  switch (part.kind) {
    case 'codes':
      return part.codes.length === 1 ? part.codes : [];
    case 'not':
      return codesNamed(part.of);
    case 'relation':
    case 'and':
    case 'or':
      return [...codesNamed(part.left), ...codesNamed(part.right)];
    default:
      return [];
  }
}

function hasBelow(code: number, codebook: Codebook): boolean {
  return descendantsOf(codebook, code).length > 0;
}
