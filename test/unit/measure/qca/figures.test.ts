import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { crispCases, negated } from '../../../../src/measure/qca/crisp-cases.js';
import { fitOf } from '../../../../src/measure/qca/fit.js';
import { type Implicant, byReading, written } from '../../../../src/measure/qca/implicant.js';
import { necessityOf } from '../../../../src/measure/qca/necessity.js';
import { type CrispCases, truthTable } from '../../../../src/measure/qca/truth-table.js';

/*
 * Worked by hand. Six agencies, two conditions (funded 资助, local 本地), the outcome (grown):
 *   a 1 1 → 1    b 1 1 → 1    c 1 0 → 1    d 1 0 → 0    e 0 0 → 0    f 0 0 → 0
 */
const CASES = crispCases(
  ['资助', 'local'],
  ['a', 'b', 'c', 'd', 'e', 'f'],
  [
    [1, 1],
    [1, 1],
    [1, 0],
    [1, 0],
    [0, 0],
    [0, 0],
  ],
  [1, 1, 1, 0, 0, 0],
);

describe('a truth table', () => {
  it('has a row for each configuration, its first condition the highest bit', () => {
    const rows = truthTable(CASES, { consistency: 1, cases: 1 });
    expect(
      rows.map(({ configuration, cases, consistency, outcome }) => [configuration, cases, consistency, outcome]),
    ).toEqual([
      [0, [4, 5], 0, 0],
      [1, [], null, null],
      [2, [2, 3], 0.5, 0],
      [3, [0, 1], 1, 1],
    ]);
    expect(rows.map(({ isContradictory }) => isContradictory)).toEqual([false, false, true, false]);
  });

  it('takes a contradictory row for positive where its consistency reaches the cut, and few cases for none', () => {
    const outcomes = (consistency: number, cases: number) =>
      truthTable(CASES, { consistency, cases }).map(({ outcome }) => outcome);
    expect(outcomes(0.5, 1)).toEqual([0, null, 1, 1]);
    expect(outcomes(0.51, 1)).toEqual([0, null, 0, 1]);
    expect(outcomes(1, 3)).toEqual([null, null, null, null]);
  });

  it('of the absence of the outcome is that of the same cases with it turned round', () => {
    const rows = truthTable(negated(CASES), { consistency: 1, cases: 1 });
    expect(rows.map(({ outcome }) => outcome)).toEqual([1, null, 0, 0]);
    expect(negated(negated(CASES))).toEqual(CASES);
  });
});

describe('a product', () => {
  it.each<[Implicant, string]>([
    [{ mask: 0b11, bits: 0b11 }, '资助*local'],
    [{ mask: 0b11, bits: 0b10 }, '资助*~local'],
    [{ mask: 0b01, bits: 0 }, '~local'],
    [{ mask: 0, bits: 0 }, '1'],
  ])('%j is written %s', (product, text) => {
    expect(written(product, CASES.conditions)).toBe(text);
  });

  it('stands before longer ones, then by the order of the conditions, presence before absence', () => {
    const all: Implicant[] = [
      { mask: 0b11, bits: 0b11 },
      { mask: 0b01, bits: 0b00 },
      { mask: 0b01, bits: 0b01 },
      { mask: 0b10, bits: 0b00 },
      { mask: 0b10, bits: 0b10 },
    ];
    expect([...all].sort(byReading).map((one) => written(one, ['A', 'B']))).toEqual(['A', '~A', 'B', '~B', 'A*B']);
  });
});

describe('fit', () => {
  it('of each product and of their sum', () => {
    const { terms, overall } = fitOf(
      [
        { mask: 0b10, bits: 0b10 },
        { mask: 0b01, bits: 0b01 },
      ],
      CASES,
    );
    expect(terms).toEqual([
      { consistency: 3 / 4, coverage: 1, unique: 1 / 3, cases: [0, 1, 2, 3] },
      { consistency: 1, coverage: 2 / 3, unique: 0, cases: [0, 1] },
    ]);
    expect(overall).toEqual({ consistency: 3 / 4, coverage: 1 });
  });

  it('is not there where no case has the product, or none the outcome; alone, nothing is unique', () => {
    const nobody = { mask: 0b11, bits: 0b01 };
    expect(fitOf([nobody], CASES).terms[0]).toEqual({ consistency: null, coverage: 0, unique: null, cases: [] });
    const without = { ...CASES, outcomes: CASES.outcomes.map(() => 0) };
    expect(fitOf([{ mask: 0b10, bits: 0b10 }], without).overall).toEqual({ consistency: 0, coverage: null });
  });
});

describe('necessity', () => {
  it('of each condition and of its absence', () => {
    // Relevance: of the cases that lack the condition or the outcome, the share that lacks the condition.
    expect(necessityOf(CASES)).toEqual([
      { condition: '资助', present: true, consistency: 1, coverage: 3 / 4, relevance: 2 / 3 },
      { condition: '资助', present: false, consistency: 0, coverage: 0, relevance: 4 / 6 },
      { condition: 'local', present: true, consistency: 2 / 3, coverage: 1, relevance: 4 / 4 },
      { condition: 'local', present: false, consistency: 1 / 3, coverage: 1 / 4, relevance: 2 / 5 },
    ]);
  });

  it('is trivial where every case has the condition, and nothing where the outcome does as well', () => {
    const every = crispCases(['A'], ['a', 'b'], [[1], [1]], [1, 0]);
    expect(necessityOf(every)[0]).toMatchObject({ consistency: 1, coverage: 0.5, relevance: 0 });
    expect(necessityOf({ ...every, outcomes: [1, 1] })[0]).toMatchObject({ consistency: 1, relevance: null });
    expect(necessityOf({ ...every, outcomes: [0, 0] })[0]).toMatchObject({ consistency: null, coverage: 0 });
  });

  const drawn = fc
    .array(fc.tuple(fc.nat(3), fc.constantFrom<0 | 1>(0, 1)), { minLength: 1, maxLength: 9 })
    .map((all): CrispCases => {
      return {
        conditions: ['A', 'B'],
        names: all.map((_, i) => `${i}`),
        configurations: all.map(([own]) => own),
        outcomes: all.map(([, outcome]) => outcome),
      };
    });

  it('is sufficiency the other way round: its coverage is the consistency of the condition, and its consistency the coverage', () => {
    fc.assert(
      fc.property(drawn, (cases) => {
        const products = [0b10, 0b01].flatMap((mask) => [
          { mask, bits: mask },
          { mask, bits: 0 },
        ]);
        necessityOf(cases).forEach(({ consistency, coverage }, i) => {
          const { overall } = fitOf([products[i]!], cases);
          expect(overall).toEqual({ consistency: coverage, coverage: consistency });
        });
      }),
      { seed: 51, numRuns: 200 },
    );
  });
});
