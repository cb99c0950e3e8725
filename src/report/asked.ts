import type { Codebook } from '../codebook/codebook.js';
import { ancestorsOf } from '../codebook/tree.js';
import { type Bound, isCondition } from '../measure/query/bound.js';
import { selectableCodes } from '../measure/query/known.js';

/** What a query leaves unknown of codes, whoever looked for them. */
export interface Asked {
  /** Positions of the codes whose rows it can fill; null for all. */
  readonly selectable: ReadonlySet<number> | null;
  /** Whether it holds codings against those of other codes, for which somebody must have looked too. */
  readonly holdsAgainst: boolean;
  /** How many of the others a table leaves out. */
  readonly leftOut?: number;
}

export function askedOf(query: Bound): Asked {
  return { selectable: selectableCodes(query), holdsAgainst: holdsAgainst(query) };
}

function holdsAgainst(part: Bound): boolean {
  switch (part.kind) {
    case 'relation':
    case 'not':
      return true;
    case 'and':
    case 'or': {
      const isWeighed = part.kind === 'and' && !isCondition(part.left) && !isCondition(part.right);
      return isWeighed || holdsAgainst(part.left) || holdsAgainst(part.right);
    }
    default:
      return false;
  }
}

/** The same where the codings of a code count for those above it too. */
export function rolledUpAsked({ selectable, holdsAgainst }: Asked, codebook: Codebook): Asked {
  const codes = selectable && new Set([...selectable].flatMap((code) => [code, ...ancestorsOf(codebook, code)]));
  return { selectable: codes, holdsAgainst };
}

/** Why codes may have no figure: phrases, to be joined with "or". */
export function whyUnknown(asked: Asked | undefined, codes: readonly number[]): string[] {
  const selectable = codes.filter((code) => asked?.selectable?.has(code) ?? true);
  const partner = asked?.holdsAgainst ? ', or for one that the query holds it against' : '';
  return [
    ...(selectable.length > 0 ? [`nobody looked there for the code${partner}`] : []),
    ...(selectable.length < codes.length ? ['the query cannot select the code'] : []),
  ];
}
