import { type Bound, isCondition } from './bound.js';

/*
 * What a 0 means under a query. A code of which the query never selects a coding was not counted; and where nobody looked
 * for the codes that a coding is held against, it is not known what the query would select.
 */

/** Positions of the codes of which a query may select codings; null for all. */
export function selectableCodes(bound: Bound): ReadonlySet<number> | null {
  const { carried, isBare } = carriersOf(bound, true);
  return isBare ? null : carried;
}

/** Codes whose codings an expression chooses, null for all; and whether conditions alone may choose, and so any. */
interface Carriers {
  readonly carried: ReadonlySet<number> | null;
  readonly isBare: boolean;
}

/** Of each alternative, its first code or relation: as the query is answered. */
function carriersOf(bound: Bound, is: boolean): Carriers {
  switch (bound.kind) {
    case 'not':
      return carriersOf(bound.of, !is);
    case 'condition':
    case 'case':
      return { carried: new Set(), isBare: true };
    case 'and':
    case 'or': {
      const [left, right] = [carriersOf(bound.left, is), carriersOf(bound.right, is)];
      if ((bound.kind === 'or') === is) return { carried: together(left, right), isBare: left.isBare || right.isBare };
      return { carried: left.isBare ? together(left, right) : left.carried, isBare: left.isBare && right.isBare };
    }
    default: {
      const codes = bound.kind === 'codes' ? new Set(bound.codes) : selectableCodes(bound.left);
      return { carried: is ? codes : null, isBare: false };
    }
  }
}

function together(left: Carriers, right: Carriers): Carriers['carried'] {
  return left.carried && right.carried && new Set([...left.carried, ...right.carried]);
}

/** Whether somebody looked at a source for a code. */
type Looked = (code: number) => boolean;

/** Whether it is known which codings of a code a query selects in a source. */
export function isKnown(bound: Bound, code: number, looked: Looked): boolean {
  const selectable = selectableCodes(bound);
  return looked(code) && (selectable?.has(code) ?? true) && isAnswered(bound, looked);
}

/** Whether it is known which codings a part selects: only what they are held against is asked about. */
export function isAnswered(part: Bound, looked: Looked): boolean {
  switch (part.kind) {
    case 'relation':
      return isAnswered(part.left, looked) && isWhole(part.right, looked);
    case 'and':
      if (isCondition(part.right)) return isAnswered(part.left, looked);
      if (isCondition(part.left)) return isAnswered(part.right, looked);
      return isAnswered(part.left, looked) && isWhole(part.right, looked);
    case 'or':
      return isAnswered(part.left, looked) && isAnswered(part.right, looked);
    case 'not':
      return isWhole(part.of, looked);
    default:
      return true;
  }
}

/** Codes that a query names and nobody looked for in a source, where for want of them it is not answered there. */
export function unlookedIn(bound: Bound, looked: Looked): readonly number[] {
  const codes = (part: Bound): readonly number[] => {
    switch (part.kind) {
      case 'codes':
        return part.codes.some(looked) ? [] : part.codes;
      case 'not':
        return codes(part.of);
      case 'and':
      case 'or':
      case 'relation':
        return [...codes(part.left), ...codes(part.right)];
      default:
        return [];
    }
  };
  return isAnswered(bound, looked) ? [] : [...new Set(codes(bound))];
}

/** Whether somebody looked for all that a part selects; for one code of a pattern at least, as for a code with those below it. */
export function isWhole(bound: Bound, looked: (code: number) => boolean): boolean {
  switch (bound.kind) {
    case 'codes':
      return bound.codes.some(looked);
    case 'relation':
    case 'and':
    case 'or':
      return isWhole(bound.left, looked) && isWhole(bound.right, looked);
    case 'not':
      return isWhole(bound.of, looked);
    default:
      return true;
  }
}
