import type { Footing, Footings } from '../measure/theory/footing.js';
import type { TestedCase, Verdict } from '../measure/theory/tested.js';
import type { Theory } from '../measure/theory/theory.js';
import type { Cell, Section, Table } from './model.js';

/** Rules and cases with what each case is to each rule. */
export interface Dated {
  readonly theory: Theory;
  readonly cases: readonly TestedCase[];
  readonly footings: Footings;
}

const FOOTINGS: readonly Footing[] = ['test', 'pattern check', 'undated'];

/** How many cases say this of a rule; for people also how many of them test it: `4 (1 test, 3 pattern checks)`. */
export function countedByFooting({ cases, footings }: Dated, rule: number, verdict: Verdict): Cell {
  const at = cases.flatMap((one, i) => (one.rules[rule]!.verdict === verdict ? [i] : []));
  const known = footings[rule];
  if (!known || at.length === 0 || verdict === 'silent' || verdict === 'IF not met') return { value: at.length };
  const parts = FOOTINGS.flatMap((footing) => {
    const n = at.filter((i) => known[i] === footing).length;
    return n === 0 ? [] : [`${n} ${n === 1 || footing === 'undated' ? footing : `${footing}s`}`];
  });
  return { value: at.length, label: `${at.length} (${parts.join(', ')})` };
}

/** Which cases test each rule, and which may have suggested it. */
export function datesSection(dated: Dated): Section {
  const isWritten = dated.footings.some((one) => one !== null);
  return {
    heading: 'Test or pattern check',
    blocks: isWritten ? [datesTable(dated)] : [{ kind: 'paragraph', text: NOTHING_KNOWN }],
  };
}

const NOTHING_KNOWN =
  'When the rules were written is not known: their cases may have suggested them, and are no test then. Write it beside each rule in theory.yaml: written: 2025-03-14.';

function datesTable({ theory, cases, footings }: Dated): Table {
  const namesOf = (rule: number, footing: Footing): string | null =>
    cases.flatMap((one, i) => (footings[rule]?.[i] === footing ? [one.case] : [])).join('; ') || null;
  return {
    kind: 'table',
    name: 'dates',
    title: 'Cases that test a rule, and cases that were known when it was written',
    columns: [
      { key: 'rule', label: 'claim', format: 'text' },
      { key: 'written', label: 'written', format: 'text' },
      ...FOOTINGS.map((key) => ({ key: key.replaceAll(' ', '_'), label: key, format: 'text' as const })),
    ],
    rows: theory.rules.map(({ name, written }, rule) => ({
      cells: [
        { value: name, label: `${rule + 1}. ${name}` },
        ...[written ?? null, ...FOOTINGS.map((footing) => namesOf(rule, footing))].map((value) => ({ value })),
      ],
    })),
    notes: [
      'Pattern check: some coder coded, judged or saw something of the case before the rule was written, by the logs (days of UTC; the same day counts as before). Test: only afterwards.',
      'Undated: the logs have nothing of the case, or a code of the rule stands in it by keyword hits alone, which have no date. Who read a transcript without coding it left no trace: a test is one only as far as the logs know.',
      ...(footings.includes(null) ? ['Of rules without "written" nothing is known.'] : []),
    ],
  };
}
