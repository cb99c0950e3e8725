import { type Verdict, VERDICTS } from '../measure/theory/tested.js';
import type { Truth } from '../measure/truth.js';
import { counted } from './basis.js';
import type { Block, Column, Row, Table } from './model.js';
import { type TheoryShown, casesThat, nameOf, namesOf } from './theory-shown.js';
import { reachedInWords, reasons } from './theory-words.js';

/** How a verdict stands in a table of many. */
const MARKS: Readonly<Record<Verdict, string>> = { supports: '+', contradicts: '×', silent: '?', 'IF not met': '·' };

/** A row a claim: how many cases say what of it. */
export function claimsTable({ theory, cases }: TheoryShown): Table {
  return {
    kind: 'table',
    name: 'theory-claims',
    title: `What ${casesThat(cases.length, 'say')} of each claim`,
    columns: [
      { key: 'rule', label: 'claim', format: 'text' },
      ...VERDICTS.map((key): Column => ({ key: key.replaceAll(' ', '_'), label: key, format: 'integer' })),
    ],
    rows: theory.rules.map(({ name }, rule) => ({
      cells: [
        { value: name, label: `${rule + 1}. ${name}` },
        ...VERDICTS.map((verdict) => ({ value: cases.filter((one) => one.rules[rule]!.verdict === verdict).length })),
      ],
    })),
    notes: [
      'Supports: the IF holds, and so does what is claimed. Contradicts: the IF holds, what is claimed does not. Silent: one of them is unknown.',
      'That cases support a claim does not show that it is right; one that contradicts it says more than several that support it.',
    ],
  };
}

/** A row a case: what it says of each claim, and whether it reaches the goal. */
export function casesTable(shown: TheoryShown): Table {
  const { theory, cases, groups } = shown;
  return {
    kind: 'table',
    name: 'theory-cases',
    title: 'What each case says, by the number of the claim',
    columns: [
      { key: 'case', label: 'case', format: 'text' },
      ...(groups ? [{ key: 'group', label: groups.by, format: 'text' } as const] : []),
      ...theory.rules.map((_, i): Column => ({ key: `rule_${i + 1}`, label: String(i + 1), format: 'text' })),
      ...(theory.goal ? [{ key: 'goal', label: 'goal', format: 'text' } as const] : []),
    ],
    rows: cases.map(({ case: id, rules, goal }): Row => ({
      cells: [
        { value: id, label: nameOf(id, shown) },
        ...(groups ? [{ value: groups.of.get(id) ?? null }] : []),
        ...rules.map(({ verdict }) => ({ value: verdict, label: MARKS[verdict] })),
        ...(goal ? [{ value: reachedInWords(goal.value) }] : []),
      ],
    })),
    notes: [VERDICTS.map((verdict) => `${MARKS[verdict]} ${verdict}`).join('   ')],
  };
}

/** What the theory is after, and the cases that reach it or not. */
export function goalBlocks(shown: TheoryShown): Block[] {
  const { theory, cases } = shown;
  if (!theory.goal) return [];
  const those = (value: Truth) => cases.filter(({ goal }) => goal!.value === value);
  const [reached, unknown] = [those(1), those(null)];
  const missed = [...those(0), ...unknown].map(
    (one) => `${nameOf(one.case, shown)}: ${reachedInWords(one.goal!.value)}. ${reasons(one.goal!, one, theory)}.`,
  );
  const found = `Goal: ${theory.goal.text}. Reached in ${reached.length} of ${counted(cases.length, 'case')}${reached.length > 0 ? `: ${namesOf(reached, shown)}` : ''}${unknown.length > 0 ? `; unknown in ${unknown.length}` : ''}.`;
  return [
    { kind: 'paragraph', text: found },
    ...(missed.length > 0 ? [{ kind: 'list', name: 'goal', items: missed } as const] : []),
  ];
}
