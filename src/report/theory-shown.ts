import type { Footings } from '../measure/theory/footing.js';
import type { TestedCase } from '../measure/theory/tested.js';
import type { Theory } from '../measure/theory/theory.js';
import { type Basis, counted } from './basis.js';

/** A theory tried over cases, with what it is shown with. */
export interface TheoryShown {
  readonly theory: Theory;
  readonly cases: readonly TestedCase[];
  /** Whether rules were tried until nothing was added. */
  readonly fixpoint: boolean;
  /** Whether only codings that say `stance: affirms` affirm. */
  readonly byStance: boolean;
  readonly basis: Basis;
  readonly caveats: readonly string[];
  /** What people call a case, by its id. */
  readonly caseNames: ReadonlyMap<string, string>;
  /** What each case is to each rule: a test, or a check of a pattern that was known. */
  readonly footings: Footings;
  /** The codes, by position. */
  readonly codes: readonly { readonly id: string; readonly name: string }[];
  /** What group a case is of, where the study has groups, and the attribute that says so. */
  readonly groups?: { readonly by: string; readonly of: ReadonlyMap<string, string> };
  /** At most so many quotations of the evidence for a claim, and of each case that speaks against it. */
  readonly quotes: number;
}

export function nameOf(id: string, { caseNames }: Pick<TheoryShown, 'caseNames'>): string {
  const name = caseNames.get(id);
  return name === undefined ? id : `${name} (${id})`;
}

export function namesOf(cases: readonly TestedCase[], shown: TheoryShown): string {
  return cases.map((one) => nameOf(one.case, shown)).join(', ');
}

/** `3 cases contradict`, `1 case contradicts`. */
export function casesThat(n: number, many: string, one = `${many}s`): string {
  return `${counted(n, 'case')} ${n === 1 ? one : many}`;
}
