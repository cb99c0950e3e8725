import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { smallestCovers } from '../../src/measure/qca/cover.js';
import { type Implicant, covers, primeImplicants } from '../../src/measure/qca/implicant.js';
import { minimise } from '../../src/measure/qca/minimise.js';
import { type Expectation, solutionsOf } from '../../src/measure/qca/solutions.js';
import type { TruthRow } from '../../src/measure/qca/truth-table.js';

const CONDITIONS = 3;
const ROWS = Array.from({ length: 2 ** CONDITIONS }, (_, row) => row);

/** All 27 products of three conditions. */
const PRODUCTS: readonly Implicant[] = ROWS.flatMap((mask) =>
  ROWS.filter((bits) => (bits & ~mask) === 0).map((bits) => ({ mask, bits })),
);
const keyOf = ({ mask, bits }: Implicant): string => `${mask} ${bits}`;
const within = (product: Implicant, rows: ReadonlySet<number>): boolean =>
  ROWS.every((row) => !covers(product, row) || rows.has(row));

/** Prime by definition: it covers nothing else, and no wider product does. */
const slowPrimes = (rows: ReadonlySet<number>): Implicant[] =>
  PRODUCTS.filter((product) => {
    const wider = PRODUCTS.filter(
      ({ mask, bits }) => mask !== product.mask && (mask & product.mask) === mask && (product.bits & mask) === bits,
    );
    return within(product, rows) && !wider.some((other) => within(other, rows));
  });

const subsetsOf = <T>(list: readonly T[]): T[][] =>
  list.reduce<T[][]>((all, one) => [...all, ...all.map((subset) => [...subset, one])], [[]]);

/** A truth table: by row 0, 1, or a remainder. */
const outcomes = fc.array(fc.constantFrom(0 as const, 1 as const, null), {
  minLength: ROWS.length,
  maxLength: ROWS.length,
});
const rowsOf = (values: readonly (0 | 1 | null)[]): TruthRow[] =>
  values.map((outcome, configuration) => ({
    configuration,
    outcome,
    cases: outcome === null ? [] : [configuration],
    consistency: outcome,
    isContradictory: false,
  }));

describe('minimising', () => {
  it('finds the prime implicants, by definition', () => {
    fc.assert(
      fc.property(fc.subarray(ROWS), (rows) => {
        const found = primeImplicants(rows, CONDITIONS).map(keyOf).sort();
        expect(found).toEqual(rows.length === 0 ? [] : slowPrimes(new Set(rows)).map(keyOf).sort());
      }),
      { numRuns: 256, seed: 11 },
    );
  });

  it('finds all shortest sums of prime implicants and no other', () => {
    fc.assert(
      fc.property(outcomes, (values) => {
        const of = (wanted: 0 | 1 | null): number[] => ROWS.filter((row) => values[row] === wanted);
        const positive = of(1);
        const models = minimise(positive, of(null), CONDITIONS);
        const sums = subsetsOf(slowPrimes(new Set([...positive, ...of(null)]))).filter((sum) =>
          positive.every((row) => sum.some((product) => covers(product, row))),
        );
        const least = Math.min(...sums.map((sum) => sum.length));
        const expected = positive.length === 0 ? [] : sums.filter((sum) => sum.length === least);
        const named = (list: readonly (readonly Implicant[])[]): string[] =>
          list.map((sum) => sum.map(keyOf).sort().join(' + ')).sort();
        expect(named(models!)).toEqual(named(expected));
      }),
      { numRuns: 1000, seed: 12 },
    );
  });

  it('finds all smallest covers of any table, each once', () => {
    const table = fc.integer({ min: 1, max: 8 }).chain((columns) => {
      const row = fc.subarray(
        Array.from({ length: columns }, (_, column) => column),
        { minLength: 1 },
      );
      return fc.array(row, { minLength: 1, maxLength: 7 });
    });
    fc.assert(
      fc.property(table, (ways) => {
        const columns = [...new Set(ways.flat())].sort((a, b) => a - b);
        const covers = subsetsOf(columns).filter((set) => ways.every((own) => own.some((one) => set.includes(one))));
        const least = Math.min(...covers.map((set) => set.length));
        const named = (sets: readonly (readonly number[])[]): string[] => sets.map((set) => set.join(' ')).sort();
        expect(named(smallestCovers(ways)!)).toEqual(named(covers.filter((set) => set.length === least)));
      }),
      { numRuns: 1000, seed: 14 },
    );
  });

  it('lists no covers that are too many to be read, and does not wait for what takes too long', () => {
    // Five rows with four ways each: 4⁵ covers.
    expect(smallestCovers([0, 1, 2, 3, 4].map((row) => [0, 1, 2, 3].map((way) => 4 * row + way)))).toBeNull();
    expect(smallestCovers([0, 1, 2].map((row) => [0, 1, 2, 3].map((way) => 4 * row + way)))).toHaveLength(64);
    // Pairs out of forty points, each row all pairs with a point: no cover is found by looking at rows alone.
    const points = Array.from({ length: 41 }, (_, point) => point);
    const pairs = points.flatMap((a) => points.slice(a + 1).map((b) => [a, b] as const));
    expect(
      smallestCovers(points.map((point) => pairs.flatMap((pair, i) => (pair.includes(point) ? [i] : [])))),
    ).toBeNull();
  });

  it('lays every intermediate solution between its two others', () => {
    const expectations = fc.array(fc.constantFrom<Expectation>(0, 1, null), {
      minLength: CONDITIONS,
      maxLength: CONDITIONS,
    });
    let eased = 0;
    fc.assert(
      fc.property(outcomes, expectations, (values, expected) => {
        const rows = rowsOf(values);
        const { conservative, parsimonious, intermediate } = solutionsOf(rows, expected);
        const covered = (sum: readonly Implicant[]): number[] =>
          ROWS.filter((row) => sum.some((product) => covers(product, row)));
        for (const { conservative: c, parsimonious: p, models } of intermediate!) {
          const counterfactuals = covered(models.flat()).filter((row) => values[row] === null);
          eased += counterfactuals.length;
          for (const model of models) {
            expect(covered(model)).toEqual(expect.arrayContaining(covered(conservative![c]!)));
            expect(covered(parsimonious![p]!)).toEqual(expect.arrayContaining(covered(model)));
            expect(covered(model).filter((row) => values[row] === 0)).toEqual([]);
          }
          if (expected.every((one) => one === null)) expect(counterfactuals).toEqual([]);
        }
      }),
      { numRuns: 1000, seed: 13 },
    );
    expect(eased).toBeGreaterThan(100);
  });
});
