import { type CodedSource, attributeOf } from '../coded-source.js';
import { type Truth, and, not, or } from '../truth.js';
import { casesSpeaking, turnFinder } from '../turns.js';
import { type Bound, isCondition } from './bound.js';
import { type QueryTools, evaluator } from './evaluate.js';

/*
 * What `case has` asks, over all sources of a case: its parts that ask for a coding, or for a pair in one source, are
 * noted source by source; `and`, `or` and `not` of them are answered when all sources are read.
 */

/** Parts of an expression that single codings answer: all but `and`, `or` and `not` of selections. */
export function leavesOf(bound: Bound): readonly Bound[] {
  if (isLeaf(bound)) return [bound];
  if (bound.kind === 'not') return leavesOf(bound.of);
  if (bound.kind === 'and' || bound.kind === 'or') return [...leavesOf(bound.left), ...leavesOf(bound.right)];
  return [];
}

function isLeaf(bound: Bound): boolean {
  switch (bound.kind) {
    case 'not':
      return isCondition(bound);
    case 'and':
      // A condition beside a code is asked of that code's codings.
      return isCondition(bound.left) || isCondition(bound.right);
    case 'or':
      return isCondition(bound);
    default:
      return true;
  }
}

/** By case: which leaves some coding answers, a 1 for each. Plain data. */
export type CaseFacts = Map<string, Uint8Array>;

/** Notes what a source says of its cases. A case is there as soon as a turn of it passes the filters. */
export function addToFacts(facts: CaseFacts, leaves: readonly Bound[], source: CodedSource, tools: QueryTools): void {
  const factsOf = (name: string): Uint8Array => {
    let known = facts.get(name);
    if (known === undefined) facts.set(name, (known = new Uint8Array(leaves.length)));
    return known;
  };
  for (const name of casesSpeaking(source)) factsOf(name);
  const choose = evaluator(source, tools);
  const findTurn = turnFinder(source);
  const cases = source.codings.map((coding) => {
    const turn = findTurn(coding);
    return turn && attributeOf(source, turn, 'case');
  });
  leaves.forEach((leaf, at) => {
    choose(leaf).forEach((chosen, i) => {
      if (chosen === 1) factsOf(cases[i]!)[at] = 1;
    });
  });
}

/** Adds the facts of other sources. */
export function mergeFacts(into: CaseFacts, from: CaseFacts): void {
  for (const [name, more] of from) {
    const known = into.get(name);
    if (known === undefined) into.set(name, more);
    else more.forEach((value, i) => (known[i]! |= value));
  }
}

/**
 * Whether an expression holds of a case.
 *
 * @param facts those of the case, by leaf, in the order of `leavesOf`
 */
export function holdsOf(bound: Bound, facts: Uint8Array): boolean {
  const values = Array.from(facts, (fact): Truth => (fact === 1 ? 1 : 0));
  return truthOf(bound, values) === 1;
}

/** The same with three values. */
export function truthOf(bound: Bound, values: readonly Truth[]): Truth {
  let at = 0;
  const truth = (part: Bound): Truth => {
    if (isLeaf(part)) return values[at++]!;
    if (part.kind === 'not') return not(truth(part.of));
    if (part.kind !== 'and' && part.kind !== 'or') return 0;
    // Both sides are read, so that the leaves are counted on.
    const [left, right] = [truth(part.left), truth(part.right)];
    return part.kind === 'and' ? and(left, right) : or(left, right);
  };
  return truth(bound);
}
