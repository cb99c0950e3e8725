import type { TestedCase } from '../measure/theory/tested.js';
import type { Block, Section } from './model.js';
import { type TheoryShown, nameOf } from './theory-shown.js';
import { judgementInWords, reachedInWords, reasonOf, reasons } from './theory-words.js';

/** Of one case: which rules fired and why not, with the places where it can be read. */
export function traceSection(one: TestedCase, shown: TheoryShown): Section {
  const { theory } = shown;
  const items = one.rules.map((own) => {
    const { name, adds } = theory.rules[own.rule]!;
    const added = own.fired === 1 ? adds.filter((theme) => one.themes.get(theme) === 1) : [];
    return `${own.rule + 1}. ${name}: ${own.verdict}. ${reasonOf(own, one, theory, 'with places')}${added.length > 0 ? ` Adds ${added.join(', ')}.` : ''}`;
  });
  const { goal } = one;
  const end = goal ? [`Goal ${reachedInWords(goal.value)}: ${reasons(goal, one, theory, 'with places')}.`] : [];
  const themes = new Set(theory.rules.flatMap(({ adds }) => adds));
  const judged = one.judgements.filter(({ name }) => !themes.has(name));
  return {
    heading: `Trace: ${nameOf(one.case, shown)}`,
    blocks: [
      { kind: 'list', name: 'trace', items: [...items, ...end] } satisfies Block,
      ...(judged.length > 0
        ? [
            {
              kind: 'list',
              name: 'judgements',
              items: judged.map((each) => judgementInWords(each, one, 'with places')),
            } as const,
          ]
        : []),
    ],
  };
}
