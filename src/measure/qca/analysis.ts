import { fitOf, type Fit, type TermFit } from './fit.js';
import { type Implicant, covers, written } from './implicant.js';
import type { Model } from './minimise.js';
import { type Necessity, necessityOf } from './necessity.js';
import { type Expectation, type Solutions, solutionsOf } from './solutions.js';
import { type CrispCases, type Cuts, type TruthRow, truthTable } from './truth-table.js';

/** The solutions in the order in which they are told: from what was seen alone to what is the shortest. */
const SOLUTIONS = ['conservative', 'intermediate', 'parsimonious'] as const;
export type SolutionKind = (typeof SOLUTIONS)[number];

/** A model of a solution with its fit. */
export interface FittedModel {
  readonly solution: SolutionKind;
  /** From 1 among those of its solution that tie. */
  readonly number: number;
  /** As it is written: `A*~B + C`. */
  readonly formula: string;
  readonly terms: readonly (TermFit & { readonly term: string })[];
  readonly overall: Fit;
  /** Configurations without enough cases that it takes to lead to the outcome, as products. */
  readonly counterfactuals: readonly string[];
  /** Of an intermediate one: the conservative and the parsimonious model that it lies between, by number. */
  readonly between: readonly (readonly [number, number])[];
}

/** A solution when a case is left out. */
export interface SolutionWithout {
  /** null where its models are not listed. */
  readonly formulas: readonly string[] | null;
  /** Whether they are those of all cases; null where either are not listed, so that nobody knows. */
  readonly isSame: boolean | null;
}

/** What the solutions are when a case is left out. */
export interface LeftOut {
  readonly name: string;
  /** By solution, in the order of `SOLUTIONS`. */
  readonly solutions: readonly SolutionWithout[];
}

/** What leads to an outcome, or to its absence. */
export interface Analysis {
  readonly cases: CrispCases;
  readonly rows: readonly TruthRow[];
  readonly models: readonly FittedModel[];
  /** The solutions whose models are not listed: too many tie, or finding them takes too long. */
  readonly unlisted: readonly SolutionKind[];
  readonly necessity: readonly Necessity[];
  readonly leftOut: readonly LeftOut[];
}

/** Everything about one outcome. */
export function analyse(cases: CrispCases, cuts: Cuts, expectations: readonly Expectation[]): Analysis {
  const rows = truthTable(cases, cuts);
  // Few truth tables come of leaving one case out: that of a row with many cases is the same.
  const known = new Map<string, Solutions>();
  const solve = (table: readonly TruthRow[]): Solutions => {
    const key = table.map(({ outcome }) => outcome ?? '-').join('');
    const solutions = known.get(key) ?? solutionsOf(table, expectations);
    known.set(key, solutions);
    return solutions;
  };
  const solutions = solve(rows);
  const formulas = formulasOf(solutions, cases.conditions);
  const leftOut = cases.names.map((name, at): LeftOut => {
    const others = formulasOf(solve(truthTable(without(cases, at), cuts)), cases.conditions);
    return { name, solutions: others.map((own, i) => comparedWith(formulas[i]!, own)) };
  });
  const models = modelsOf(solutions, rows, cases);
  const unlisted = SOLUTIONS.filter((solution) => solutions[solution] === null);
  return { cases, rows, models, unlisted, necessity: necessityOf(cases), leftOut };
}

type Formulas = readonly string[] | null;

function comparedWith(whole: Formulas, formulas: Formulas): SolutionWithout {
  return { formulas, isSame: whole && formulas && whole.join('\n') === formulas.join('\n') };
}

function without(cases: CrispCases, at: number): CrispCases {
  const others = <T>(all: readonly T[]): T[] => all.filter((_, i) => i !== at);
  const { names, configurations, outcomes } = cases;
  return { ...cases, names: others(names), configurations: others(configurations), outcomes: others(outcomes) };
}

/** A configuration as the product of all its conditions. */
export function productOf(configuration: number, conditions: readonly string[]): string {
  return written({ mask: 2 ** conditions.length - 1, bits: configuration }, conditions);
}

function formulaOf(model: Model, conditions: readonly string[]): string {
  return model.map((term) => written(term, conditions)).join(' + ');
}

/** The different models of each solution, in the order of `SOLUTIONS`; null where they are not listed. */
function distinctModels({ conservative, intermediate, parsimonious }: Solutions): readonly (readonly Model[] | null)[] {
  const between =
    intermediate &&
    new Map(intermediate.flatMap(({ models }) => models.map((model) => [keyOf(model), model] as const)));
  return [conservative, between && [...between.values()], parsimonious];
}

function keyOf(model: Model): string {
  return model.map(({ mask, bits }: Implicant) => `${mask}:${bits}`).join();
}

function formulasOf(solutions: Solutions, conditions: readonly string[]): Formulas[] {
  return distinctModels(solutions).map((models) => models && models.map((model) => formulaOf(model, conditions)));
}

function modelsOf(solutions: Solutions, rows: readonly TruthRow[], cases: CrispCases): FittedModel[] {
  const { conditions } = cases;
  const remainders = rows.filter(({ outcome }) => outcome === null).map(({ configuration }) => configuration);
  const betweenOf = (model: Model): [number, number][] =>
    (solutions.intermediate ?? [])
      .filter(({ models }) => models.some((one) => keyOf(one) === keyOf(model)))
      .map(({ conservative, parsimonious }) => [conservative + 1, parsimonious + 1]);
  return distinctModels(solutions).flatMap((models, i) =>
    (models ?? []).map((model, at): FittedModel => {
      const { terms, overall } = fitOf(model, cases);
      const taken = remainders.filter((row) => model.some((term) => covers(term, row)));
      return {
        solution: SOLUTIONS[i]!,
        number: at + 1,
        formula: formulaOf(model, conditions),
        terms: terms.map((fit, j) => ({ ...fit, term: written(model[j]!, conditions) })),
        overall,
        counterfactuals: taken.map((row) => productOf(row, conditions)),
        between: SOLUTIONS[i] === 'intermediate' ? betweenOf(model) : [],
      };
    }),
  );
}
