import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { associations, fisher, gSquared, garwood, oddsRatio, wilson } from '../../src/index.js';

/** Measures of large counts against slow, exact versions in whole numbers of any size. */

type TwoByTwo = readonly [readonly [number, number], readonly [number, number]];
const SETTINGS = { seed: 20260105, numRuns: 60 };

const tableUpTo = (max: number): fc.Arbitrary<TwoByTwo> => {
  const count = fc.integer({ min: 0, max });
  return fc.tuple(count, count, count, count).map(([a, b, c, d]): TwoByTwo => [
    [a, b],
    [c, d],
  ]);
};

/** The weights of all first cells that the margins of a table allow: row 1 over x times row 2 over the rest, exactly. */
function weightsOf([[a, b], [c, d]]: TwoByTwo): { low: number; weights: bigint[] } {
  const [row1, row2, column1] = [a + b, c + d, a + c];
  const low = Math.max(0, column1 - row2);
  const weights = [over(row1, low) * over(row2, column1 - low)];
  for (let x = low; x < Math.min(row1, column1); x++) {
    const up = BigInt(row1 - x) * BigInt(column1 - x);
    weights.push((weights.at(-1)! * up) / (BigInt(x + 1) * BigInt(row2 - column1 + x + 1)));
  }
  return { low, weights };
}

/** n over k, exactly. */
function over(n: number, k: number): bigint {
  let ways = 1n;
  for (let i = 0; i < k; i++) ways = (ways * BigInt(n - i)) / BigInt(i + 1);
  return ways;
}

const sum = (numbers: readonly bigint[]): bigint => numbers.reduce((total, number) => total + number, 0n);

/** A ratio of whole numbers as a number, good to the last digits however small it is. */
function ratio(above: bigint, below: bigint): number {
  if (above === 0n) return 0;
  const shift = BigInt(Math.max(0, below.toString(2).length - above.toString(2).length + 64));
  return Number((above << shift) / below) * 2 ** -Number(shift);
}

/** The natural logarithm of above / below, times 2²⁰⁰: halvings, and for the rest the series of artanh. */
function logarithm(above: bigint, below: bigint): bigint {
  if (above < below) return -logarithm(below, above);
  if (above > 2n * below) return logarithm(above, 2n * below) + logarithm(2n, 1n);
  const z = ((above - below) << 200n) / (above + below);
  const square = (z * z) >> 200n;
  let total = 0n;
  for (let power = z, k = 1n; power > 0n; power = (power * square) >> 200n, k += 2n) total += power / k;
  return 2n * total;
}

/** 2 Σ O ln(O/E), the logarithms to 200 bits. */
function exactG2(table: TwoByTwo): number {
  const rows = table.map(([a, b]) => BigInt(a + b));
  const columns = [0, 1].map((j) => BigInt(table[0][j]! + table[1][j]!));
  const all = rows[0]! + rows[1]!;
  let total = 0n;
  table.forEach((row, i) =>
    row.forEach((count, j) => {
      if (count > 0) total += 2n * BigInt(count) * logarithm(BigInt(count) * all, rows[i]! * columns[j]!);
    }),
  );
  return ratio(total, 1n << 200n);
}

const close = (got: number, wanted: number, relative: number): void =>
  expect(Math.abs(got - wanted)).toBeLessThanOrEqual(relative * wanted);

describe("Fisher's exact test of large counts", () => {
  it('is the share of exact weights', () => {
    fc.assert(
      fc.property(tableUpTo(600), (table) => {
        fc.pre(table.flat().some((count) => count > 0));
        const { low, weights } = weightsOf(table);
        const at = table[0][0] - low;
        const whole = sum(weights);
        const ties = weights.filter((weight) => weight * 10_000_000n <= weights[at]! * 10_000_001n);
        const { value } = fisher(table);
        // Beyond 1e-290 p may be 0: no number is as small.
        for (const [got, exact] of [
          [value!.twoSided, ratio(sum(ties), whole)],
          [value!.less, ratio(sum(weights.slice(0, at + 1)), whole)],
          [value!.greater, ratio(sum(weights.slice(at)), whole)],
        ] as const)
          if (exact > 1e-290) close(got, exact, 1e-10);
          else expect(got).toBeLessThan(1e-289);
      }),
      SETTINGS,
    );
  });

  it('stays a probability where no number holds the factorials', () => {
    fc.assert(
      fc.property(tableUpTo(3_000_000), (table) => {
        const { twoSided, less, greater } = fisher(table).value!;
        for (const p of [twoSided, less, greater]) {
          expect(p).toBeGreaterThanOrEqual(0);
          expect(p).toBeLessThanOrEqual(1);
        }
        expect(less + greater).toBeGreaterThan(1 - 1e-9);
      }),
      { ...SETTINGS, numRuns: 30 },
    );
  });
});

describe('the odds ratio of large counts', () => {
  it('leads one to expect the first cell as it is, in exact weights', () => {
    fc.assert(
      fc.property(tableUpTo(400), (table) => {
        const { value } = oddsRatio(table);
        fc.pre(value !== null && value > 0);
        const { low, weights } = weightsOf(table);
        // The odds ratio as a fraction over 2⁶⁰; each power over that of the largest cell.
        const [above, bits] =
          value > 1 ? [BigInt(Math.round(value * 2 ** 30)), 30n] : [BigInt(Math.round(value * 2 ** 80)), 80n];
        const last = BigInt(weights.length - 1);
        const odds = weights.map((weight, i) => (weight * above ** BigInt(i)) << (bits * (last - BigInt(i))));
        const expected = low + ratio(sum(odds.map((weight, i) => weight * BigInt(i))), sum(odds));
        expect(Math.abs(expected - table[0][0])).toBeLessThan(1e-5);
      }),
      { ...SETTINGS, numRuns: 40 },
    );
  });

  it('is found where chance alone would never give the table', () => {
    const { value } = oddsRatio([
      [1000, 3],
      [3, 1000],
    ]);
    // ad/bc is a little larger than the conditional estimate.
    expect(value).toBeGreaterThan(80_000);
    expect(value).toBeLessThan(1_000_000 / 9);
  });
});

describe('G² of large counts', () => {
  it('is 2 Σ O ln(O/E) with exact logarithms', () => {
    fc.assert(
      fc.property(tableUpTo(2_000_000_000), (table) => {
        fc.pre(gSquared(table).value !== null);
        close(gSquared(table).value!.statistic, exactG2(table), 1e-12);
      }),
      SETTINGS,
    );
  });

  it('keeps its digits, and is never negative, where counts are about as expected', () => {
    const part = fc.integer({ min: 1, max: 40_000 });
    const step = fc.integer({ min: -3, max: 3 });
    fc.assert(
      fc.property(part, part, part, part, step, (a, b, c, d, more) => {
        const table: TwoByTwo = [
          [a * c, a * d],
          [b * c, b * d + Math.max(more, 1 - b * d)],
        ];
        const { statistic } = gSquared(table).value!;
        expect(statistic).toBeGreaterThanOrEqual(0);
        expect(Math.abs(statistic - exactG2(table))).toBeLessThan(1e-12);
      }),
      SETTINGS,
    );
  });
});

describe('figures of millions of units', () => {
  it('are numbers, or null with a reason', () => {
    const table = tableUpTo(5_000_000);
    fc.assert(
      fc.property(table, ([[both, onlyFirst], [onlySecond, neither]]) => {
        const counts = {
          both,
          first: both + onlyFirst,
          second: both + onlySecond,
          units: both + onlyFirst + onlySecond + neither,
        };
        for (const { measure } of associations) {
          const result = measure(counts);
          if (result.value === null) expect(result.reason).not.toBe('');
          else expect(Number.isFinite(result.value)).toBe(true);
        }
      }),
      { ...SETTINGS, numRuns: 30 },
    );
  });

  it.each([10_000, 1_000_000, 100_000_000])('have intervals about as wide as the normal one: %d', (count) => {
    const half = 1.959963985 * Math.sqrt(count);
    const poisson = garwood(count);
    expect((poisson.high - count) / half).toBeCloseTo(1, 1);
    expect((count - poisson.low) / half).toBeCloseTo(1, 1);
    const share = wilson(count, 2 * count).value!;
    expect((share.high - share.low) / ((1.959963985 * 0.5) / Math.sqrt(2 * count)) / 2).toBeCloseTo(1, 2);
  });
});
