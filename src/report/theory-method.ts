import { GROUP, describeSelection } from '../measure/examples.js';
import { basisNotes, counted } from './basis.js';
import type { Section } from './model.js';
import type { TheoryShown } from './theory-shown.js';

/** How values come about: what a reader of any form must know. */
export function theoryNotes({ theory, fixpoint, byStance }: TheoryShown): string[] {
  const isOne = theory.threshold === 1;
  const coding = isOne ? 'coding' : 'codings';
  const one = byStance ? `${coding} that ${isOne ? 'says' : 'say'} stance = affirms` : coding;
  const denied = byStance ? '; unknown too where codings stand that do not affirm it' : '';
  return [
    `A code is 1 in a case with at least ${theory.threshold} ${one}, 0 where all sources of the case were looked at for it, else unknown${denied}. Judgements come first.`,
    fixpoint
      ? 'Rules were tried until none added a theme.'
      : 'Rules were tried once, from top to bottom: a theme is there for the rules below the one that adds it.',
  ];
}

/** How all of it was found and chosen. */
export function methodSection(shown: TheoryShown): Section {
  const judged = shown.theory.judgements.length;
  return {
    heading: 'Method',
    blocks: [
      {
        kind: 'list',
        name: 'method',
        items: [
          ...theoryNotes(shown),
          ...(judged > 0
            ? ['What is “judged” the analyst wrote into theory.yaml, with its reason and the words it rests on.']
            : []),
          `Evidence: ${describeSelection(shown.quotes, { ...GROUP, name: 'claim', before: 'the claims before it' })}`,
          `Counter-evidence: of each case at most ${counted(shown.quotes, 'quotation')}, chosen in the same way; where words may not be quoted, a note stands for them.`,
          ...basisNotes(shown.basis),
        ],
      },
    ],
  };
}
