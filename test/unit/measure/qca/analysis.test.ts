import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { analyse } from '../../../../src/measure/qca/analysis.js';
import { absenceOf, crispCases } from '../../../../src/measure/qca/crisp-cases.js';
import { leaveOneOutGrid } from '../../../../src/report/qca-tables.js';

const CUTS = { consistency: 1, cases: 1 };
const nothing = [null, null, null];

describe('models', () => {
  // A*~B and ~A*B lead to it; C does not matter, but only half of the configurations were seen.
  const cases = crispCases(
    ['A', '二', 'C'],
    ['甲', 'b', 'c', 'd'],
    [
      [1, 0, 1],
      [0, 1, 1],
      [1, 1, 1],
      [0, 0, 1],
    ],
    [1, 1, 0, 0],
  );
  const { models } = analyse(cases, CUTS, [null, null, 1]);

  it('name the counterfactuals that they rest on', () => {
    expect(models.map(({ solution, formula, counterfactuals }) => [solution, formula, counterfactuals])).toEqual([
      ['conservative', 'A*~二*C + ~A*二*C', []],
      ['intermediate', 'A*~二*C + ~A*二*C', []],
      ['parsimonious', 'A*~二 + ~A*二', ['~A*二*~C', 'A*~二*~C']],
    ]);
    const eased = analyse(cases, CUTS, [null, null, 0]).models.filter(({ solution }) => solution === 'intermediate');
    expect(eased.map(({ formula, between, counterfactuals }) => [formula, between, counterfactuals])).toEqual([
      ['A*~二 + ~A*二', [[1, 1]], ['~A*二*~C', 'A*~二*~C']],
    ]);
  });

  it('are shown each once, also between several pairs', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(7), fc.constantFrom<0 | 1>(0, 1)), { minLength: 1, maxLength: 8 }),
        fc.tuple(...nothing.map(() => fc.constantFrom(null, 0 as const, 1 as const))),
        (drawn, expectations) => {
          const own = drawn.map(([configuration]) => configuration);
          const { models: found, rows } = analyse(
            {
              conditions: ['A', 'B', 'C'],
              names: own.map((_, i) => `${i}`),
              configurations: own,
              outcomes: drawn.map(([, y]) => y),
            },
            CUTS,
            expectations,
          );
          const written = found.map(({ solution, formula }) => `${solution} ${formula}`);
          expect(new Set(written).size).toBe(written.length);
          const remainders = rows.filter(({ outcome }) => outcome === null).length;
          for (const model of found) {
            expect(model.counterfactuals.length).toBeLessThanOrEqual(remainders);
            if (model.solution === 'conservative') expect(model.counterfactuals).toEqual([]);
            expect(model.between.length > 0).toBe(model.solution === 'intermediate');
            // A perfect cut lets no case without the outcome in.
            expect(model.overall.consistency).toBe(1);
          }
        },
      ),
      { seed: 5, numRuns: 200 },
    );
  });
});

describe('the absence of an outcome', () => {
  it('is that of the same cases, and expectations turn with it', () => {
    const cases = crispCases(
      ['A', '二', 'C'],
      ['甲', 'b'],
      [
        [1, 0, 1],
        [0, 1, 1],
      ],
      [1, 0],
    );
    const absence = absenceOf({ cases, expectations: [1, 0, null] });
    expect(absence).toEqual({ cases: { ...cases, outcomes: [0, 1] }, expectations: [0, 1, null] });
    expect(absenceOf(absence)).toEqual({ cases, expectations: [1, 0, null] });
  });
});

describe('leaving a case out', () => {
  it('says nothing of solutions that are not listed, with the case or without it', () => {
    const configurations = [27, 53, 130, 68, 125, 212, 50, 238, 28, 25, 206, 39];
    const names = configurations.map((_, i) => `案${i}`);
    const conditions = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];
    const outcomes = [0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0];
    const expectations = conditions.map(() => null);
    const all = analyse({ conditions, names, configurations, outcomes }, CUTS, expectations);
    expect(all.unlisted).toEqual(['intermediate', 'parsimonious']);
    const short = all.leftOut.map(({ solutions }) => solutions[2]!);
    expect(short.filter(({ formulas }) => formulas === null)).toHaveLength(7);
    expect(new Set(short.map(({ isSame }) => isSame))).toEqual(new Set([null]));
    const grid = leaveOneOutGrid(all);
    expect(grid.rows.filter(({ cells }) => cells[3]!.value === 'not listed')).toHaveLength(7);
    expect(grid.rows.filter(({ cells }) => cells[3]!.value === 'the same')).toEqual([]);
    expect(all.leftOut.filter(({ solutions }) => solutions[0]!.isSame)).toHaveLength(8);
  });

  it('is the analysis of the others', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(7), fc.constantFrom<0 | 1>(0, 1)), { minLength: 2, maxLength: 7 }),
        (drawn) => {
          const of = (some: typeof drawn) =>
            analyse(
              {
                conditions: ['A', 'B', 'C'],
                names: some.map((_, i) => `${i}`),
                configurations: some.map(([configuration]) => configuration),
                outcomes: some.map(([, y]) => y),
              },
              CUTS,
              nothing,
            );
          const formulas = (some: typeof drawn, solution: string): string[] =>
            of(some)
              .models.filter((model) => model.solution === solution)
              .map(({ formula }) => formula);
          of(drawn).leftOut.forEach(({ solutions }, at) => {
            const others = drawn.filter((_, i) => i !== at);
            ['conservative', 'intermediate', 'parsimonious'].forEach((solution, i) => {
              expect(solutions[i]!.formulas).toEqual(formulas(others, solution));
              expect(solutions[i]!.isSame).toBe(
                formulas(others, solution).join(' | ') === formulas(drawn, solution).join(' | '),
              );
            });
          });
        },
      ),
      { seed: 6, numRuns: 60 },
    );
  });
});
