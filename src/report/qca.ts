import type { Analysis } from '../measure/qca/analysis.js';
import { MOST_COVERS } from '../measure/qca/cover.js';
import type { Named, ObservedCase } from '../measure/qca/observed-cases.js';
import type { Expectation } from '../measure/qca/solutions.js';
import type { Cuts } from '../measure/qca/truth-table.js';
import { type Basis, basisNotes, counted } from './basis.js';
import type { Block, Figures, Report, Section, Table } from './model.js';
import {
  type Grid,
  casesGrid,
  contradictions,
  counterfactualsGrid,
  evidenceGrid,
  leaveOneOutGrid,
  modelsGrid,
  necessityGrid,
  seenRows,
  termsGrid,
  truthGrid,
} from './qca-tables.js';

/** The outcome, or its absence, with what was found of it. */
export interface OutcomeAnalysis {
  readonly of: 'presence' | 'absence';
  /** `y`, or `~y` for its absence. */
  readonly name: string;
  readonly analysis: Analysis;
}

/** What a report of a QCA is made of. */
export interface QcaFindings {
  readonly asked: readonly Named[];
  readonly observed: readonly ObservedCase[];
  /** What people call a case, by its id. */
  readonly caseNames: ReadonlyMap<string, string>;
  readonly outcomes: readonly OutcomeAnalysis[];
  readonly cuts: Cuts;
  /** Of the outcome's presence, by condition. */
  readonly expectations: readonly Expectation[];
  readonly basis: Basis;
  readonly caveats: readonly string[];
}

/** The tables by which a report can be had one at a time. */
export const QCA_TABLES = [
  'cases',
  'evidence',
  'truth-table',
  'models',
  'terms',
  'counterfactuals',
  'necessity',
  'leave-one-out',
] as const;
export type QcaTable = (typeof QCA_TABLES)[number];
type OutcomeTable = Exclude<QcaTable, 'cases' | 'evidence'>;

const GRIDS: Readonly<Record<OutcomeTable, (analysis: Analysis) => Grid>> = {
  'truth-table': truthGrid,
  models: modelsGrid,
  terms: termsGrid,
  counterfactuals: counterfactualsGrid,
  necessity: necessityGrid,
  'leave-one-out': leaveOneOutGrid,
};

const TITLES: Readonly<Record<QcaTable, string>> = {
  cases: 'Cases',
  evidence: 'Sources of each case that have something of what a condition names',
  'truth-table': 'Truth table',
  models: 'Solutions',
  terms: 'Terms of the solutions',
  counterfactuals: 'Counterfactuals',
  necessity: 'Necessity',
  'leave-one-out': 'Solutions without one case',
};

/** All of it, for people and as JSON; the attached truth tables have the configurations without cases too. */
export function qcaReport(findings: QcaFindings): Report {
  const { asked, outcomes, caveats } = findings;
  const sections = outcomes.map(({ of, name, analysis }, i): Section => {
    const tables = (Object.keys(GRIDS) as OutcomeTable[]).map((each) => {
      const grid = GRIDS[each](analysis);
      const shown = each === 'truth-table' ? seenRows(grid) : grid;
      // What a figure means is said once.
      const notes = [...(i === 0 ? notesOn(each, findings) : []), ...countsOn(each, analysis)];
      return tableOf(each, shown, `${TITLES[each]}: ${name}`, notes, nameOf(each, of));
    });
    return { heading: `What goes with ${name}`, blocks: [contradictionsBlock(analysis), ...tables] };
  });
  return {
    title: `Crisp-set QCA of ${asked.at(-1)!.name}`,
    caveats,
    sections: [{ heading: '', blocks: [askedFigures(findings), ...casesTables(findings)] }, ...sections],
    attachments: outcomes.map(({ of, name, analysis }) =>
      tableOf('truth-table', truthGrid(analysis), `${TITLES['truth-table']}: ${name}`, [], nameOf('truth-table', of)),
    ),
  };
}

/** One table, of the outcome and its absence together where it is of both. */
export function qcaTable(name: QcaTable, findings: QcaFindings): Table {
  const basis = basisNotes(findings.basis);
  if (name === 'cases' || name === 'evidence') {
    return tableOf(name, gridOf(name, findings), TITLES[name], [...notesOn(name, findings), ...basis]);
  }
  const grids = findings.outcomes.map((each) => ({ of: each.name, grid: GRIDS[name](each.analysis) }));
  const rows = grids.flatMap(({ of, grid }) => grid.rows.map(({ cells }) => ({ cells: [{ value: of }, ...cells] })));
  const taken = grids[0]!.grid.columns.some(({ key }) => key === 'of');
  const columns = [{ key: taken ? 'of #2' : 'of', label: 'of', format: 'text' as const }, ...grids[0]!.grid.columns];
  const counts = findings.outcomes.flatMap(({ name: of, analysis }) =>
    countsOn(name, analysis).map((count) => (findings.outcomes.length > 1 ? `${of}: ${count}` : count)),
  );
  return tableOf(name, { columns, rows }, TITLES[name], [...notesOn(name, findings), ...counts, ...basis]);
}

function tableOf(what: QcaTable, grid: Grid, title: string, notes: readonly string[], name: string = what): Table {
  return { kind: 'table', name, title, ...grid, notes };
}

/** Names of tables differ within a report. */
function nameOf(table: OutcomeTable, of: OutcomeAnalysis['of']): string {
  return of === 'absence' ? `${table}-absence` : table;
}

function gridOf(name: 'cases' | 'evidence', { asked, observed, caseNames }: QcaFindings): Grid {
  return name === 'cases' ? casesGrid(asked, observed, caseNames) : evidenceGrid(asked, observed);
}

function casesTables(findings: QcaFindings): Table[] {
  return [
    tableOf('cases', gridOf('cases', findings), TITLES.cases, [
      ...notesOn('cases', findings),
      ...basisNotes(findings.basis),
    ]),
    tableOf('evidence', gridOf('evidence', findings), TITLES.evidence, notesOn('evidence', findings)),
  ];
}

function askedFigures({ asked, expectations }: QcaFindings): Figures {
  return {
    kind: 'figures',
    name: 'asked',
    figures: asked.map(({ name, text }, i) => {
      const expected = expectations[i] ?? null;
      const words =
        expected === null ? '' : ` (its ${expected === 1 ? 'presence' : 'absence'} is expected to further it)`;
      const role = i === asked.length - 1 ? 'Outcome' : 'Condition';
      return { key: name, label: `${role} ${name}`, value: `${text}${words}`, format: 'text' as const };
    }),
  };
}

function contradictionsBlock(analysis: Analysis): Block {
  const found = contradictions(analysis);
  if (found.length === 0) return { kind: 'paragraph', text: 'No configuration is contradictory.' };
  const many = `${counted(found.length, 'contradictory configuration')}. Read these cases again before anything else`;
  return { kind: 'paragraph', text: `${many}: ${found.join('; ')}.` };
}

/** What is counted of one outcome. */
function countsOn(table: OutcomeTable, { rows, models, unlisted }: Analysis): string[] {
  if (table === 'models' && unlisted.length > 0)
    return [
      `Not listed: the ${unlisted.join(', the ')} solution. More than ${MOST_COVERS} models tie, or it takes too long to find them: these cases say too little of so many conditions. Take fewer.`,
    ];
  if (table === 'models' && models.length === 0) return ['No configuration leads to it: there is no solution.'];
  if (table !== 'truth-table') return [];
  const remainders = rows.filter(({ outcome }) => outcome === null).length;
  return [
    `Remainders, with too few cases for an outcome: ${remainders} of ${counted(rows.length, 'configuration')}. Those without any case stand in CSV and JSON.`,
  ];
}

function notesOn(table: QcaTable, { cuts, expectations }: QcaFindings): string[] {
  switch (table) {
    case 'cases':
      return [
        '1: the case has it. 0: somebody looked, and it has not. –: nobody looked, or nobody gave the value; such a case is left out.',
      ];
    case 'evidence':
      return [
        'Of a condition with not, the sources are those of what it denies. The words: qcode quotes QUERY --case CASE, with what the condition stands for as QUERY.',
      ];
    case 'truth-table':
      return [
        `Outcome 1: at least ${counted(cuts.cases, 'case')}, of which a share of ${cuts.consistency} or more has it. In crisp sets PRI is the consistency.`,
      ];
    case 'models':
      return [
        '~: absence. *: and. +: or. Models of one solution that have the same length tie; none is better founded than the others.',
        'Conservative: no counterfactuals. Intermediate: those that the expectations make easy, between a conservative and a parsimonious model. Parsimonious: any that make it shorter; never to be read alone.',
        expectations.every((one) => one === null)
          ? 'Nothing is expected (--expect NAME=1|0), so that no counterfactual is easy: the intermediate solution is the conservative one.'
          : 'For the absence of the outcome expectations are turned round.',
      ];
    case 'terms':
      return [
        'Consistency: of the cases with the term, the share with the outcome. Coverage: of those with the outcome, the share with the term; unique: with no other term of the model, – where there is no other.',
      ];
    case 'counterfactuals':
      return [
        'Remainders that models, by their numbers, take to lead to the outcome. Ask of each whether that is credible.',
      ];
    case 'necessity':
      return [
        'Consistency: of the cases with the outcome, the share with the condition. Coverage: the reverse. Relevance: near 0 where nearly every case has the condition.',
      ];
    case 'leave-one-out':
      return [
        'the same: the models are those of all cases. Else they are what stands there; models that tie are joined with or. not listed: too many tie, or finding them takes too long.',
      ];
  }
}
