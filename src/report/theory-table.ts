import type { Table } from './model.js';
import { theoryNotes } from './theory-method.js';
import { type TheoryShown, nameOf } from './theory-shown.js';
import { reasonOf } from './theory-words.js';

/** For a spreadsheet: a row for each case and rule. */
export function theoryTable(shown: TheoryShown): Table {
  const { theory, cases, footings } = shown;
  return {
    kind: 'table',
    name: 'theory',
    title: theory.title,
    columns: [
      { key: 'case', label: 'case', format: 'text' },
      { key: 'rule', label: 'rule', format: 'text' },
      { key: 'if', label: 'if', format: 'integer' },
      { key: 'expected', label: 'expected', format: 'integer' },
      { key: 'verdict', label: 'verdict', format: 'text' },
      { key: 'goal', label: 'goal', format: 'integer' },
      { key: 'reason', label: 'reason', format: 'text' },
      { key: 'check', label: 'check', format: 'text' },
    ],
    rows: cases.flatMap((one, at) =>
      one.rules.map((own) => ({
        cells: [
          { value: one.case, label: nameOf(one.case, shown) },
          ...[
            theory.rules[own.rule]!.name,
            own.fired,
            own.expected?.value ?? null,
            own.verdict,
            one.goal?.value ?? null,
            reasonOf(own, one, theory, 'with places'),
            footings[own.rule]?.[at] ?? null,
          ].map((value) => ({ value })),
        ],
      })),
    ),
    notes: theoryNotes(shown),
  };
}
