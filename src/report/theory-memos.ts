import { factsOf } from '../measure/theory/expression.js';
import { codesAsked } from '../measure/theory/values.js';
import type { Block } from './model.js';
import { type TheoryShown, namesOf } from './theory-shown.js';

/** The claims that cases speak against, with those cases and where to think about them: what comes next. */
export function memosBlocks(shown: TheoryShown): Block[] {
  const { theory, cases } = shown;
  const items = theory.rules.flatMap(({ name }, rule) => {
    const against = cases.filter((one) => one.rules[rule]!.verdict === 'contradicts');
    if (against.length === 0) return [];
    const codes = comparedOf(rule, shown);
    const command = codes.length > 0 ? ` qcode compare ${codes.join(' ')} --memo` : '';
    return [`${rule + 1}. ${name}: ${namesOf(against, shown)}.${command}`];
  });
  if (items.length === 0) {
    const text = 'No case contradicts a claim. That does not show that the claims are right.';
    return [{ kind: 'paragraph', text }];
  }
  return [
    { kind: 'list', name: 'contradictions', items },
    { kind: 'paragraph', text: MEMO },
  ];
}

const MEMO =
  'Of each case: what in it makes it so, and must the claim be changed? The commands lay the incidents beside one another and open a memo on them in memos/comparison; one on a source goes into memos/source.';

/** The first two codes of what a claim expects, else the last two of its IF. */
function comparedOf(rule: number, { theory, codes }: TheoryShown): string[] {
  const { condition, expects } = theory.rules[rule]!;
  const facts = expects ? factsOf(expects.of) : factsOf(condition).toReversed();
  const asked = facts.flatMap((at) => codesAsked(theory.facts[at]!.bound).flat());
  return [...new Set(asked)].slice(0, 2).map((code) => codes[code]!.id);
}
