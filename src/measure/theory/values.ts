import { type Bound, isCondition } from '../query/bound.js';
import { turnTruth } from '../query/turn-truth.js';
import type { CaseEvidence } from './evidence.js';
import { type CaseExpression, type Explained, factsOf } from './expression.js';
import type { Fact } from './theory.js';
import { type Truth, or } from '../truth.js';

/** How the value of a fact came about. */
export interface FactValue {
  readonly value: Truth;
  /** Codings that affirm it. */
  readonly codings: number;
  readonly why: 'judged' | 'reached' | 'not reached' | 'not affirmed' | 'not looked for' | 'attribute' | 'no codings';
}

/** When a code is 1 in a case. */
export interface Cut {
  /** With at least so many codings that affirm it … */
  readonly codings: number;
  /** … which are at least this share (0…1) of those that stand for it. */
  readonly share: number;
}

/**
 * The value of a fact in a case. 1 where affirming codings reach the threshold; 0 where somebody looked in every source
 * of the case and they do not; else unknown. It is unknown as well where codings stand that do not affirm it.
 *
 * @param judged values that the analyst gave codes of the case, by position
 */
export function valueOf(
  fact: Bound,
  at: number,
  evidence: CaseEvidence,
  judged: ReadonlyMap<number, Truth>,
  cut: Cut,
): FactValue {
  if (isCondition(fact) && turnTruth(fact)) return { value: evidence.attributes[at]!, codings: 0, why: 'attribute' };
  if (isCondition(fact)) return ofCondition(at, evidence);
  const codings = evidence.affirming.facts[at]!;
  if (fact.kind === 'codes') {
    const values = fact.codes.map((code) => ofCode(code, evidence, judged, cut));
    const value = values.map((one) => one.value).reduce(or);
    return { ...values.find((one) => one.value === value)!, codings };
  }
  const isLooked = codesAsked(fact)
    .flat()
    .every((code) => evidence.looked[code]);
  return counted(codings, evidence.standing.facts[at]!, isLooked, cut);
}

function ofCode(
  code: number,
  { affirming, standing, looked }: CaseEvidence,
  judged: ReadonlyMap<number, Truth>,
  cut: Cut,
): FactValue {
  const codings = affirming.codes[code]!;
  const judgement = judged.get(code);
  if (judgement !== undefined) return { value: judgement, codings, why: 'judged' };
  return counted(codings, standing.codes[code]!, looked[code]!, cut);
}

function counted(codings: number, standing: number, isLooked: boolean, cut: Cut): FactValue {
  if (codings >= cut.codings && codings >= cut.share * standing) return { value: 1, codings, why: 'reached' };
  if (standing > codings) return { value: null, codings, why: 'not affirmed' };
  return isLooked ? { value: 0, codings, why: 'not reached' } : { value: null, codings, why: 'not looked for' };
}

/** Some coding of the case is asked, whatever its code: without any there is none to ask. */
function ofCondition(at: number, { standing }: CaseEvidence): FactValue {
  const codings = standing.facts[at]!;
  if (codings > 0) return { value: 1, codings, why: 'reached' };
  const isAsked = standing.codes.some((count) => count > 0);
  return isAsked ? { value: 0, codings, why: 'not reached' } : { value: null, codings, why: 'no codings' };
}

/** The codes that an expression asks for, as often as it does. */
export function codesIn(expression: CaseExpression | Explained, facts: readonly Fact[]): readonly number[] {
  return factsOf(expression).flatMap((at) => codesAsked(facts[at]!.bound).flat());
}

/** The codes of each place in an expression where codes are named. */
export function codesAsked(bound: Bound): readonly (readonly number[])[] {
  switch (bound.kind) {
    case 'codes':
      return [bound.codes];
    case 'not':
      return codesAsked(bound.of);
    case 'relation':
    case 'and':
    case 'or':
      return [...codesAsked(bound.left), ...codesAsked(bound.right)];
    default:
      return [];
  }
}
