import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { analyse } from '../../../../src/measure/qca/analysis.js';
import { crispCases } from '../../../../src/measure/qca/crisp-cases.js';

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
    expect(eased.map(({ formula, between }) => [formula, between])).toEqual([['A*~二 + ~A*二', [[1, 1]]]]);
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

describe('leaving a case out', () => {
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
