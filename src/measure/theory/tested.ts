import type { Codebook } from '../../codebook/codebook.js';
import { codeAt } from '../../codebook/tree.js';
import type { CaseEvidence, EvidenceTally } from './evidence.js';
import { type Explained, explain } from './expression.js';
import { type Derived, type RuleTrace, inOnePass, toFixpoint } from './rules.js';
import type { Strata } from './strata.js';
import type { Judgement, Theory } from './theory.js';
import { type Truth, and } from '../truth.js';
import { type Cut, type FactValue, valueOf } from './values.js';

/** What a case says of a rule. */
export type Verdict = 'supports' | 'contradicts' | 'silent' | 'IF not met';

export const VERDICTS: readonly Verdict[] = ['supports', 'contradicts', 'silent', 'IF not met'];

export interface RuleInCase extends RuleTrace {
  readonly verdict: Verdict;
  /** What is expected, with its value; null where the rule says nothing of it. */
  readonly expected: Explained | null;
}

export interface TestedCase {
  readonly case: string;
  /** By fact. */
  readonly facts: readonly FactValue[];
  readonly rules: readonly RuleInCase[];
  readonly themes: Derived['themes'];
  /** Null where the theory has no goal. */
  readonly goal: Explained | null;
  readonly judgements: readonly Judgement[];
  readonly evidence: CaseEvidence;
}

/**
 * Tries a theory over cases, in the order in which they were read.
 *
 * @param strata of the rules, to try them until nothing is added; null to try them once
 */
export function testTheory(
  theory: Theory,
  codebook: Codebook,
  { cases }: EvidenceTally,
  strata: Strata | null,
  cut: Cut = { codings: theory.threshold, share: 0 },
): readonly TestedCase[] {
  return [...cases].map(([name, evidence]) => {
    const judgements = theory.judgements.filter((one) => one.case === name);
    const ofCodes = new Map(
      judgements.flatMap((one) => {
        const code = codeAt(codebook, one.name);
        return code < 0 ? [] : [[code, one.value] as const];
      }),
    );
    const facts = theory.facts.map(({ bound }, at) => valueOf(bound, at, evidence, ofCodes, cut));
    const values = facts.map(({ value }) => value);
    const judged = new Map(judgements.map((one) => [one.name, one.value]));
    const { trace, themes } = strata
      ? toFixpoint(theory.rules, strata, values, judged)
      : inOnePass(theory.rules, values, judged);
    const rules = trace.map((one): RuleInCase => {
      const { expects, adds } = theory.rules[one.rule]!;
      const expected = expects ? explain(expects.of, values, new Map()) : null;
      const consequent = consequentOf(adds, judged, expected?.value ?? null);
      return { ...one, expected, verdict: verdictOf(one.fired, consequent) };
    });
    const goal = theory.goal ? explain(theory.goal.of, values, themes) : null;
    return { case: name, facts, rules, themes, goal, judgements, evidence };
  });
}

function verdictOf(fired: Truth, expected: Truth): Verdict {
  if (fired === 0) return 'IF not met';
  if (fired === null || expected === null) return 'silent';
  return expected === 1 ? 'supports' : 'contradicts';
}

/** Whether the themes of a rule hold: as the analyst judged the case; those not judged as the rule expects. */
function consequentOf(adds: readonly string[], judged: ReadonlyMap<string, Truth>, expected: Truth): Truth {
  return adds.map((theme) => (judged.has(theme) ? judged.get(theme)! : expected)).reduce(and);
}
