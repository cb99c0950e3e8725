import { describe, expect, it } from '@jest/globals';
import { crispCases } from '../../../../src/measure/qca/crisp-cases.js';
import { written } from '../../../../src/measure/qca/implicant.js';
import { type Model, minimise } from '../../../../src/measure/qca/minimise.js';
import { type Expectation, solutionsOf } from '../../../../src/measure/qca/solutions.js';
import { truthTable } from '../../../../src/measure/qca/truth-table.js';

const formula = (model: Model, conditions: readonly string[]): string =>
  model.map((term) => written(term, conditions)).join(' + ');

describe('minimising', () => {
  const shortest = (positive: readonly number[], free: readonly number[] = []): string[] =>
    minimise(positive, free, 3)!.map((model) => formula(model, ['A', 'B', 'C']));

  it.each<[string, readonly number[], readonly number[], readonly string[]]>([
    ['nothing leads to the outcome', [], [0, 1], []],
    ['everything does', [0, 1, 2, 3, 4, 5, 6, 7], [], ['1']],
    ['one configuration does', [0b101], [], ['A*~B*C']],
    ['two do that differ in one condition', [0b101, 0b111], [], ['A*C']],
    ['two do that differ in two', [0b100, 0b111], [], ['A*B*C + A*~B*~C']],
    ['a free configuration shortens it', [0b111], [0b110, 0b101, 0b100], ['A']],
    ['a free configuration alone is not covered for its own sake', [0b111], [0b000], ['A*B*C']],
  ])('where %s', (_, positive, free, models) => {
    expect(shortest(positive, free)).toEqual(models);
  });

  it('gives all models that tie', () => {
    // The ring of six: each configuration is covered by two products, and three products do in two ways.
    expect(shortest([0b001, 0b011, 0b010, 0b110, 0b100, 0b101])).toEqual(['A*~B + ~A*C + B*~C', '~A*B + A*~C + ~B*C']);
  });
});

describe('solutions', () => {
  /*
   * Protest (P) and a friendly official (O) are always there together, money (M) varies: P*O leads to the outcome, their
   * absence does not; P without O and O without P were never seen.
   */
  const conditions = ['P', 'O', 'M'];
  const cases = crispCases(
    conditions,
    ['a', 'b', 'c', 'd'],
    [
      [1, 1, 1],
      [1, 1, 0],
      [0, 0, 1],
      [0, 0, 0],
    ],
    [1, 1, 0, 0],
  );
  const solve = (...expectations: Expectation[]) =>
    solutionsOf(truthTable(cases, { consistency: 1, cases: 1 }), expectations);
  const intermediate = (...expectations: Expectation[]): string[] => [
    ...new Set(
      solve(...expectations).intermediate!.flatMap(({ models }) => models.map((one) => formula(one, conditions))),
    ),
  ];

  it('rest on what was seen alone, or on whatever makes them short', () => {
    const { conservative, parsimonious } = solve(null, null, null);
    expect(conservative!.map((one) => formula(one, conditions))).toEqual(['P*O']);
    expect(parsimonious!.map((one) => formula(one, conditions))).toEqual(['P', 'O']);
  });

  it('between them drop a condition only where it is there against what is expected of it', () => {
    expect(intermediate(null, null, null)).toEqual(['P*O']);
    expect(intermediate(1, 1, null)).toEqual(['P*O']);
    // That the official is friendly is expected to hinder: P alone would have done all the more.
    expect(intermediate(1, 0, null)).toEqual(['P', 'P*O']);
  });

  it('are none where no row leads to the outcome', () => {
    const none = solutionsOf(truthTable({ ...cases, outcomes: [0, 0, 0, 0] }, { consistency: 1, cases: 1 }), [
      null,
      null,
      null,
    ]);
    expect(none).toEqual({ conservative: [], parsimonious: [], intermediate: [] });
  });
});
