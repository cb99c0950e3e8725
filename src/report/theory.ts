import { type Explained, obstacles } from '../measure/theory/expression.js';
import type { RuleInCase, TestedCase } from '../measure/theory/tested.js';
import { VERDICTS } from '../measure/theory/tested.js';
import type { Theory } from '../measure/theory/theory.js';
import type { Truth } from '../measure/theory/truth.js';
import { type Basis, basisNotes, counted } from './basis.js';
import type { Block, Cell, QuotationGroup, Report, Row, Section, Table } from './model.js';

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
}

/** For people: the rules, the cases that speak against them, then what was found of each case. */
export function theoryReport(shown: TheoryShown): Report {
  const { theory, caveats, cases } = shown;
  const against = contradictions(shown);
  return {
    title: theory.title,
    caveats,
    sections: [
      { heading: 'Rules', blocks: [rulesTable(shown), verdictsTable(shown)] },
      {
        heading: 'Cases that contradict a rule',
        blocks:
          against.length > 0
            ? [{ kind: 'list', name: 'contradictions', items: against }, paragraph(MEMO)]
            : [paragraph('None. That no case contradicts a rule does not show that it is right.')],
      },
      ...cases.map((one) => caseSection(one, shown)),
    ],
  };
}

const MEMO = 'Write a memo on each of them: what in the case makes it so, and must the rule be changed?';

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

const TEXT = { format: 'text' } as const;

function rulesTable({ theory, cases }: TheoryShown): Table {
  return {
    kind: 'table',
    name: 'rules',
    title: `Rules over ${counted(cases.length, 'case')}`,
    columns: [
      { key: 'rule', label: 'rule', ...TEXT },
      { key: 'if', label: 'if', ...TEXT },
      { key: 'then', label: 'then', ...TEXT },
      { key: 'expect', label: 'expect', ...TEXT },
      ...VERDICTS.map((key) => ({ key: key.replaceAll(' ', '_'), label: key, format: 'integer' as const })),
    ],
    rows: theory.rules.map(({ name, text, adds, expects }, rule) => ({
      cells: [
        ...[name, text, adds.join(', '), expects?.text ?? null].map((value): Cell => ({ value })),
        ...VERDICTS.map((verdict) => ({ value: cases.filter((one) => one.rules[rule]!.verdict === verdict).length })),
      ],
    })),
    notes: [
      'Supports: IF holds, and what is expected. Contradicts: IF holds, and what is expected does not. Silent: one of them is unknown.',
      ...(theory.rules.some(({ expects }) => !expects)
        ? ['–: nothing is expected of codes; judgements of the themes that the rule adds say whether it is right.']
        : []),
    ],
  };
}

/** A row a case: what it says of each rule, and whether it reaches the goal. */
function verdictsTable(shown: TheoryShown): Table {
  const { theory, cases, basis } = shown;
  return {
    kind: 'table',
    name: 'cases',
    title: 'What each case says of each rule',
    columns: [
      { key: 'case', label: 'case', ...TEXT },
      ...theory.rules.map(({ name }, i) => ({ key: `rule_${i + 1}`, label: name, ...TEXT })),
      ...(theory.goal ? [{ key: 'goal', label: 'goal', ...TEXT }] : []),
    ],
    rows: cases.map(({ case: id, rules, goal }): Row => ({
      cells: [
        { value: id, label: nameOf(id, shown) },
        ...rules.map(({ verdict }) => ({ value: verdict })),
        ...(goal ? [{ value: reached(goal.value) }] : []),
      ],
    })),
    notes: [...(theory.goal ? [goalNote(shown)] : []), ...theoryNotes(shown), ...basisNotes(basis)],
  };
}

function goalNote({ theory, cases }: TheoryShown): string {
  const count = (value: Truth): number => cases.filter(({ goal }) => goal!.value === value).length;
  return `Goal: ${theory.goal!.text}. Reached in ${count(1)} of ${counted(cases.length, 'case')}, unknown in ${count(null)}.`;
}

/** How values come about: what a reader of any form must know. */
export function theoryNotes({ theory, fixpoint, byStance }: TheoryShown): string[] {
  const codings = byStance ? 'codings that say stance = affirms' : 'codings';
  const others = byStance ? ' or codings stand that do not affirm it' : '';
  return [
    `A code is 1 in a case with at least ${theory.threshold} ${byStance ? codings : theory.threshold === 1 ? 'coding' : codings}, 0 where all sources of the case were looked at for it, else unknown${byStance ? `; unknown too where${others.slice(3)}` : ''}. Judgements come first.`,
    fixpoint
      ? 'Rules were tried until none added a theme.'
      : 'Rules were tried once, from top to bottom: a theme is there for the rules below the one that adds it.',
  ];
}

function contradictions(shown: TheoryShown): string[] {
  return shown.theory.rules.flatMap(({ name }, rule) =>
    shown.cases.flatMap((one) => {
      const own = one.rules[rule]!;
      if (own.verdict !== 'contradicts') return [];
      return [`${name}: ${nameOf(one.case, shown)}. ${reasonOf(own, one, shown.theory)}`];
    }),
  );
}

function caseSection(one: TestedCase, shown: TheoryShown): Section {
  const { theory } = shown;
  const items = one.rules.map((own) => {
    const { name, adds } = theory.rules[own.rule]!;
    const added = own.fired === 1 ? ` Adds ${adds.join(', ')}.` : '';
    return `${name}: ${own.verdict}. ${reasonOf(own, one, theory)}${added}`;
  });
  const { goal } = one;
  const groups = quotationGroups(one, theory);
  return {
    heading: nameOf(one.case, shown),
    blocks: [
      { kind: 'list', name: 'trace', items: [...items, ...(goal ? [goalLine(goal, one, theory)] : [])] },
      ...(one.judgements.length > 0
        ? [{ kind: 'list', name: 'judgements', items: one.judgements.map(judgementLine) } as const]
        : []),
      ...(groups.length > 0
        ? [{ kind: 'quotations', name: 'evidence', title: 'Quotations', groups, notes: [] } as const]
        : []),
    ],
  };
}

function judgementLine({ name, value, why, quotations }: TestedCase['judgements'][number]): string {
  const quoted = quotations.map((one) => ` “${one}”`).join('');
  return `Judged: ${name} is ${value === null ? 'unknown' : value === 1 ? 'true' : 'false'}. ${why}${quoted}`;
}

function goalLine(goal: Explained, one: TestedCase, theory: Theory): string {
  return `Goal ${reached(goal.value)}: ${reasons(goal, one, theory)}.`;
}

const reached = (value: Truth): string => (value === null ? 'unknown' : value === 1 ? 'reached' : 'not reached');

/** Quotations of what the rules ask: those that affirm it; where it is unknown, what is there instead. */
function quotationGroups({ facts, evidence }: TestedCase, theory: Theory): QuotationGroup[] {
  return theory.facts.flatMap(({ text }, at) => {
    const { value } = facts[at]!;
    const quotations = value === 1 ? evidence.quotations[at]! : value === null ? evidence.otherQuotations[at]! : [];
    return quotations.length === 0 ? [] : [{ heading: `${text} = ${shownValue(value)}`, quotations }];
  });
}

/** Why a rule fired or not, and why what it expects holds or not. */
export function reasonOf({ condition, expected }: RuleInCase, one: TestedCase, theory: Theory): string {
  const said = `IF ${shownValue(condition.value)}: ${reasons(condition, one, theory)}.`;
  if (!expected || condition.value === 0) return said;
  return `${said} Expected ${shownValue(expected.value)}: ${reasons(expected, one, theory)}.`;
}

const shownValue = (value: Truth): string => (value === null ? 'unknown' : String(value));

/** The parts that make an expression hold, or keep it from holding. */
function reasons(explained: Explained, one: TestedCase, theory: Theory): string {
  const parts = obstacles(explained, explained.value === 1 ? 0 : 1);
  return [...new Set(parts.map((part) => partInWords(part, one, theory)))].join('; ');
}

function partInWords(part: Explained, { facts }: TestedCase, theory: Theory): string {
  if (part.kind === 'theme')
    return `${part.name} ${part.value === 1 ? 'added' : part.value === 0 ? 'not added' : 'unknown'}`;
  if (part.kind !== 'fact') return '';
  const { text } = theory.facts[part.at]!;
  const { value, codings, why } = facts[part.at]!;
  const because = {
    judged: 'judged',
    reached: counted(codings, 'coding'),
    'not reached': codings === 0 ? 'looked for, none found' : `only ${counted(codings, 'coding')}`,
    'not affirmed': 'coded, but not enough affirms it',
    'not looked for': 'not looked for in every source',
    attribute: value === null ? 'nobody gave it' : 'attribute',
    'no codings': 'the case has no codings',
  }[why];
  return `${text} = ${shownValue(value)} (${because})`;
}

function nameOf(id: string, { caseNames }: TheoryShown): string {
  const name = caseNames.get(id);
  return name === undefined ? id : `${name} (${id})`;
}

/** For a spreadsheet: a row for each case and rule. */
export function theoryTable(shown: TheoryShown): Table {
  const { theory, cases } = shown;
  return {
    kind: 'table',
    name: 'theory',
    title: theory.title,
    columns: [
      { key: 'case', label: 'case', ...TEXT },
      { key: 'rule', label: 'rule', ...TEXT },
      { key: 'if', label: 'if', format: 'integer' },
      { key: 'expected', label: 'expected', format: 'integer' },
      { key: 'verdict', label: 'verdict', ...TEXT },
      { key: 'goal', label: 'goal', format: 'integer' },
      { key: 'reason', label: 'reason', ...TEXT },
    ],
    rows: cases.flatMap((one) =>
      one.rules.map((own) => ({
        cells: [
          { value: one.case, label: nameOf(one.case, shown) },
          ...[
            theory.rules[own.rule]!.name,
            own.fired,
            own.expected?.value ?? null,
            own.verdict,
            one.goal?.value ?? null,
            reasonOf(own, one, theory),
          ].map((value) => ({ value })),
        ],
      })),
    ),
    notes: theoryNotes(shown),
  };
}
