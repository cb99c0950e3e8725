import { type Analysis, type SolutionKind, productOf } from '../measure/qca/analysis.js';
import type { Named, ObservedCase } from '../measure/qca/observed-cases.js';
import type { TruthRow } from '../measure/qca/truth-table.js';
import { nameOf } from './code-entry.js';
import type { Cell, Column, Format, Row, Value } from './model.js';
import { uniqueNames } from './unique.js';

/** Columns and rows of a table, before it has a title. */
export interface Grid {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

const SEPARATOR = '; ';

function column(key: string, label = key.replaceAll('_', ' '), format: Format = 'text'): Column {
  return { key, label, format };
}
const share = (key: string, label?: string): Column => column(key, label, 'ratio');
const count = (key: string, label?: string): Column => column(key, label, 'integer');
const row = (...values: Value[]): Row => ({ cells: values.map((value): Cell => ({ value })) });

/** Columns for conditions and outcomes, whose names may be those of other columns. */
function named(names: readonly string[], taken: readonly string[]): Column[] {
  const keys = uniqueNames(
    names.map((name) => ({ name, group: null })),
    taken,
  );
  return keys.map((key, i) => count(key, names[i]));
}

/** The cases with all values, also those of which something is unknown. */
export function casesGrid(
  asked: readonly Named[],
  observed: readonly ObservedCase[],
  caseNames: ReadonlyMap<string, string>,
): Grid {
  const names = asked.map(({ name }) => name);
  return {
    columns: [column('case'), ...named(names, ['case', 'unknown']), column('unknown')],
    rows: observed.map((one) => {
      const unknown = names.filter((_, i) => one.values[i] === null);
      const label = nameOf({ id: one.name, name: caseNames.get(one.name) ?? one.name });
      const name: Cell = { value: one.name, ...(label !== one.name && { label }) };
      return { cells: [name, ...row(...one.values, unknown.join(SEPARATOR) || null).cells] };
    }),
  };
}

/** In which sources a case has something of what a condition names. */
export function evidenceGrid(asked: readonly Named[], observed: readonly ObservedCase[]): Grid {
  return {
    columns: [column('case'), column('condition'), count('value'), column('sources')],
    rows: observed.flatMap((one) =>
      asked.map(({ name }, i) => row(one.name, name, one.values[i]!, one.evidence[i]!.join(SEPARATOR) || null)),
    ),
  };
}

/** The rows of the truth table, contradictory ones first; `outcome` is empty of remainders. */
export function truthGrid({ cases, rows }: Analysis): Grid {
  const { conditions } = cases;
  const own = ['outcome', 'n', 'consistency', 'cases', 'remark'];
  const ordered = [...rows.filter(isContradiction), ...rows.filter((one) => !isContradiction(one))];
  return {
    columns: [
      ...named(conditions, own),
      count('outcome'),
      count('n'),
      share('consistency'),
      column('cases'),
      column('remark'),
    ],
    rows: ordered.map(({ configuration, outcome, cases: positions, consistency, isContradictory }) =>
      row(
        ...conditions.map((_, i) => (configuration >> (conditions.length - 1 - i)) & 1),
        outcome,
        positions.length,
        consistency,
        namesOf(positions, cases.names) || null,
        [...(isContradictory ? ['contradiction'] : []), ...(outcome === null ? ['remainder'] : [])].join(SEPARATOR) ||
          null,
      ),
    ),
  };
}

const isContradiction = ({ isContradictory }: TruthRow): boolean => isContradictory;

/** The same without configurations that no case has. */
export function seenRows({ columns, rows }: Grid): Grid {
  const n = columns.findIndex(({ key }) => key === 'n');
  return { columns, rows: rows.filter(({ cells }) => cells[n]!.value !== 0) };
}

export function modelsGrid({ models }: Analysis): Grid {
  return {
    columns: [
      column('solution'),
      count('model'),
      column('formula'),
      share('consistency'),
      share('coverage'),
      count('counterfactuals'),
      column('between'),
    ],
    rows: models.map(({ solution, number, formula, overall, counterfactuals, between }) =>
      row(
        solution,
        number,
        formula,
        overall.consistency,
        overall.coverage,
        counterfactuals.length,
        between.map((pair) => pair.join('–')).join(SEPARATOR) || null,
      ),
    ),
  };
}

/** Each configuration that a model takes to lead to the outcome though too few cases show it, and which models do. */
export function counterfactualsGrid({ models }: Analysis): Grid {
  const all = [...new Set(models.flatMap(({ counterfactuals }) => counterfactuals))];
  const takenBy = new Map(models.map((model) => [model, new Set(model.counterfactuals)]));
  const numbers = (kind: SolutionKind, configuration: string): string =>
    models
      .filter((model) => model.solution === kind && takenBy.get(model)!.has(configuration))
      .map(({ number }) => number)
      .join(SEPARATOR);
  return {
    columns: [column('counterfactual'), column('intermediate'), column('parsimonious')],
    rows: all.map((one) => row(one, numbers('intermediate', one) || null, numbers('parsimonious', one) || null)),
  };
}

export function termsGrid({ cases: { names }, models }: Analysis): Grid {
  return {
    columns: [
      column('solution'),
      count('model'),
      column('term'),
      share('consistency'),
      share('coverage'),
      share('unique_coverage'),
      column('cases'),
    ],
    rows: models.flatMap(({ solution, number, terms }) =>
      terms.map(({ term, consistency, coverage, unique, cases }) =>
        row(solution, number, term, consistency, coverage, unique, namesOf(cases, names) || null),
      ),
    ),
  };
}

export function necessityGrid({ necessity }: Analysis): Grid {
  return {
    columns: [column('condition'), share('consistency'), share('coverage'), share('relevance')],
    rows: necessity.map(({ condition, present, consistency, coverage, relevance }) =>
      row(present ? condition : `~${condition}`, consistency, coverage, relevance),
    ),
  };
}

const SAME = 'the same';
/** Formulas that stand in one cell. */
const MOST_FORMULAS = 4;

/** What the solutions become when a case is left out; models that tie are told apart by or. */
export function leaveOneOutGrid({ leftOut }: Analysis): Grid {
  return {
    columns: [column('without'), column('conservative'), column('intermediate'), column('parsimonious')],
    rows: leftOut.map(({ name, solutions }) =>
      row(name, ...solutions.map(({ isSame, formulas }) => (isSame ? SAME : modelsInWords(formulas)))),
    ),
  };
}

/** The formulas, or how many there are where a cell has no room for them. */
function modelsInWords(formulas: readonly string[] | null): string {
  if (formulas === null) return 'not listed';
  if (formulas.length > MOST_FORMULAS) return `${formulas.length} models`;
  return formulas.join(' or ') || 'no model';
}

/** Contradictory configurations with their cases, those with the outcome first: `A*~B: A1 with it, A2 without`. */
export function contradictions({ cases: { conditions, names, outcomes }, rows }: Analysis): readonly string[] {
  return rows.filter(isContradiction).map(({ configuration, cases }) => {
    const [having, lacking] = [1, 0].map((value) => cases.filter((i) => outcomes[i] === value));
    return `${productOf(configuration, conditions)}: ${namesOf(having!, names)} with it, ${namesOf(lacking!, names)} without`;
  });
}

function namesOf(positions: readonly number[], names: readonly string[]): string {
  return positions.map((i) => names[i]!).join(SEPARATOR);
}
