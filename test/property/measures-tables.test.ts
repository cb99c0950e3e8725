import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  associations,
  benjaminiHochberg,
  betaLower,
  betaQuantile,
  bonferroni,
  chiSquare,
  chiSquareQuantile,
  chiSquareUpper,
  choose,
  cliffsDelta,
  cramersV,
  fisher,
  fisherExact,
  gSquared,
  garwood,
  holm,
  jaccard,
  normalQuantile,
  normalUpper,
  oddsRatio,
  permuteGroups,
  permuteTwoGroups,
  rate,
  smallestP,
  studentQuantile,
  wilson,
} from '../../src/index.js';

const SETTINGS = { seed: 4, numRuns: 300 };
const count = fc.integer({ min: 0, max: 12 });
type TwoByTwo = readonly [readonly [number, number], readonly [number, number]];
const twoByTwo: fc.Arbitrary<TwoByTwo> = fc.tuple(count, count, count, count).map(([a, b, c, d]): TwoByTwo => [
  [a, b],
  [c, d],
]);
const pair = twoByTwo
  .filter(([[a, b], [c, d]]) => a + b + c + d > 0)
  .map(([[a, b], [c, d]]) => ({ both: a, first: a + b, second: a + c, units: a + b + c + d }));

/** n over k, exactly. */
function over(n: number, k: number): bigint {
  let ways = 1n;
  for (let i = 0; i < k; i++) ways = (ways * BigInt(n - i)) / BigInt(i + 1);
  return k < 0 || k > n ? 0n : ways;
}

describe('associations of two codes', () => {
  it('are the same either way round, but for the conditional', () => {
    fc.assert(
      fc.property(pair, (counts) => {
        const turned = { ...counts, first: counts.second, second: counts.first };
        for (const one of associations.filter(({ id }) => id !== 'conditional')) {
          const [a, b] = [one.measure(counts).value, one.measure(turned).value];
          if (a === null || b === null) expect(a).toBe(b);
          else expect(a).toBeCloseTo(b, 12);
        }
      }),
      SETTINGS,
    );
  });

  it('keep to their bounds, and never are NaN', () => {
    const bounds: Record<string, readonly [number, number]> = {
      jaccard: [0, 1],
      dice: [0, 1],
      conditional: [0, 1],
      lift: [0, Infinity],
      pmi: [-Infinity, Infinity],
      npmi: [-1, 1],
      phi: [-1, 1],
      g2: [0, Infinity],
      fisher: [0, 1],
    };
    expect(associations.map(({ id }) => id).sort()).toEqual(Object.keys(bounds).sort());
    fc.assert(
      fc.property(pair, (counts) => {
        for (const { id, measure } of associations) {
          const measured = measure(counts);
          if (measured.value === null) expect(measured.reason).not.toBe('');
          else {
            expect(measured.value).toBeGreaterThanOrEqual(bounds[id]![0] - 1e-12);
            expect(measured.value).toBeLessThanOrEqual(bounds[id]![1] + 1e-12);
          }
        }
      }),
      SETTINGS,
    );
  });

  it('that need all units have no value without them, the others do', () => {
    const counts = { both: 2, first: 3, second: 4, units: null };
    for (const { measure, needsUnits } of associations) expect(measure(counts).value === null).toBe(needsUnits);
  });

  it('over segments that overlap several others are flagged or have none, never clamped', () => {
    const counts = { both: 4, first: 1, second: 4, units: 9 };
    expect(jaccard.measure(counts)).toEqual({ value: 4, flag: expect.any(String) });
    for (const { measure } of associations) {
      const measured = measure(counts);
      expect(measured.value === null || measured.flag !== undefined).toBe(true);
    }
  });
});

describe("Fisher's exact test", () => {
  /** By whole numbers: the ways to fill the table, of all ways. */
  function slow([[a, b], [c, d]]: TwoByTwo): { twoSided: number; less: number; greater: number } {
    const [row1, row2, column] = [a + b, c + d, a + c];
    const all = over(row1 + row2, column);
    const ways = (x: number): bigint => over(row1, x) * over(row2, column - x);
    const sum = (keep: (x: number) => boolean): number => {
      let total = 0n;
      for (let x = 0; x <= column; x++) if (keep(x)) total += ways(x);
      return Number((total * 10n ** 15n) / all) / 1e15;
    };
    return {
      twoSided: sum((x) => ways(x) <= ways(a)),
      less: sum((x) => x <= a),
      greater: sum((x) => x >= a),
    };
  }

  it('is what counting all tables gives', () => {
    fc.assert(
      fc.property(twoByTwo, (table) => {
        const test = fisher(table);
        if (test.value === null) return expect(table.flat().every((cell) => cell === 0)).toBe(true);
        const exact = slow(table);
        expect(test.value.twoSided).toBeCloseTo(exact.twoSided, 10);
        expect(test.value.less).toBeCloseTo(exact.less, 10);
        expect(test.value.greater).toBeCloseTo(exact.greater, 10);
      }),
      SETTINGS,
    );
  });

  it('of a table of any size is that of 2×2 for one, and does not mind turning or order', () => {
    fc.assert(
      fc.property(twoByTwo, (table) => {
        const exact = fisherExact(table);
        if (exact.value !== null) expect(exact.value).toBeCloseTo(fisher(table).value!.twoSided, 9);
      }),
      SETTINGS,
    );
    const small = fc.integer({ min: 0, max: 4 });
    const rows = fc.array(fc.tuple(small, small, small), { minLength: 2, maxLength: 3 });
    fc.assert(
      fc.property(rows, (table) => {
        const turned = [0, 1, 2].map((j) => table.map((row) => row[j]!));
        const [a, b] = [fisherExact(table), fisherExact(turned.reverse())];
        if (a.value === null) expect(b.value).toBeNull();
        else expect(a.value).toBeCloseTo(b.value!, 9);
      }),
      { ...SETTINGS, numRuns: 100 },
    );
  });

  it('of 2×3 is what trying all tables gives', () => {
    const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
    const small = fc.integer({ min: 0, max: 4 });
    fc.assert(
      fc.property(fc.tuple(small, small, small), fc.tuple(small, small, small), (top, bottom) => {
        const columns = top.map((cell, j) => cell + bottom[j]!);
        const row = top[0] + top[1] + top[2];
        const weight = (cells: readonly number[]): number =>
          1 / cells.reduce((all, cell, j) => all * factorial(cell) * factorial(columns[j]! - cell), 1);
        let all = 0;
        let extreme = 0;
        for (let x = 0; x <= columns[0]!; x++)
          for (let y = 0; y <= columns[1]!; y++) {
            const z = row - x - y;
            if (z < 0 || z > columns[2]!) continue;
            all += weight([x, y, z]);
            if (weight([x, y, z]) <= weight(top) * (1 + 1e-7)) extreme += weight([x, y, z]);
          }
        const measured = fisherExact([top, bottom]);
        if (measured.value !== null) expect(measured.value).toBeCloseTo(extreme / all, 9);
      }),
      SETTINGS,
    );
  });

  it('says so where a table is too large', () => {
    const large = Array.from({ length: 6 }, (_, i) => Array.from({ length: 8 }, (_, j) => 20 + ((i * j) % 7)));
    expect(fisherExact(large)).toEqual({ value: null, reason: 'too large for an exact test' });
  });

  it('the odds ratio turns over with the rows', () => {
    fc.assert(
      fc.property(twoByTwo, ([top, bottom]) => {
        const [one, other] = [oddsRatio([top, bottom]).value, oddsRatio([bottom, top]).value];
        if (one && other) expect(one * other).toBeCloseTo(1, 9);
      }),
      SETTINGS,
    );
  });
});

describe('tests of a table', () => {
  it('do not mind turning it, and leave rows of zeros out', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(count, count, count), { minLength: 2, maxLength: 4 }), (table) => {
        const turned = [0, 1, 2].map((j) => table.map((row) => row[j]!));
        for (const test of [chiSquare, gSquared]) {
          const [a, b, c] = [test(table), test(turned), test([...table, [0, 0, 0]])];
          if (a.value === null) expect([b.value, c.value]).toEqual([null, null]);
          else {
            expect(b.value!.statistic).toBeCloseTo(a.value.statistic, 9);
            expect(c.value).toEqual(a.value);
            expect(a.value.statistic).toBeGreaterThan(-1e-9);
          }
        }
        const v = cramersV(table).value;
        if (v !== null) expect(v).toBeLessThanOrEqual(1 + 1e-12);
      }),
      SETTINGS,
    );
  });
});

describe('intervals', () => {
  it("Wilson's hold the proportion, stay within 0 … 1 and mirror", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(), (n, seed) => {
        const x = seed % (n + 1);
        const { low, high } = wilson(x, n).value!;
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(x / n);
        expect(high).toBeGreaterThanOrEqual(x / n);
        const mirror = wilson(n - x, n).value!;
        expect(mirror.low).toBeCloseTo(1 - high, 12);
      }),
      SETTINGS,
    );
  });

  it("Garwood's leave a fortieth of a Poisson distribution on either side", () => {
    for (const x of [0, 1, 5, 40]) {
      const { low, high } = garwood(x);
      const atMost = (mean: number, most: number): number => {
        let term = Math.exp(-mean);
        let sum = term;
        for (let i = 1; i <= most; i++) sum += term *= mean / i;
        return sum;
      };
      expect(atMost(high, x)).toBeCloseTo(0.025, 10);
      if (x > 0) expect(1 - atMost(low, x - 1)).toBeCloseTo(0.025, 10);
    }
    expect(rate(3, 0)).toEqual({ value: null, reason: 'nothing to divide by' });
  });
});

describe('adjusted p-values', () => {
  it('keep the order, never fall below p, and Holm lies between Benjamini–Hochberg and Bonferroni', () => {
    const p = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.option(p, { freq: 6 }), { maxLength: 12 }), (values) => {
        const [bh, middle, most] = [benjaminiHochberg(values), holm(values), bonferroni(values)];
        values.forEach((value, i) => {
          if (value === null) return expect([bh[i], middle[i], most[i]]).toEqual([null, null, null]);
          expect(bh[i]!).toBeGreaterThanOrEqual(value - 1e-15);
          expect(middle[i]!).toBeGreaterThanOrEqual(bh[i]! - 1e-12);
          expect(most[i]!).toBeGreaterThanOrEqual(middle[i]! - 1e-12);
          values.forEach((other, j) => {
            if (other !== null && value < other) expect(bh[i]!).toBeLessThanOrEqual(bh[j]!);
          });
        });
      }),
      SETTINGS,
    );
  });
});

describe('permutation', () => {
  it('of two groups is what trying every allocation gives, and turns over with the groups', () => {
    const values = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(values, fc.nat(), (given, seed) => {
        const first = given.map((_, i) => ((seed >> i) & 1) === 1);
        const test = permuteTwoGroups(given, first);
        const k = first.filter(Boolean).length;
        if (test.value === null) return expect(k === 0 || k === given.length).toBe(true);
        const differenceOf = (belongs: (i: number) => boolean): number => {
          const of = (wanted: boolean): number[] => given.filter((_, i) => belongs(i) === wanted);
          const mean = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) / list.length;
          return mean(of(true)) - mean(of(false));
        };
        const observed = differenceOf((i) => first[i]!);
        let all = 0;
        let far = 0;
        for (let mask = 0; mask < 1 << given.length; mask++) {
          const belongs = (i: number): boolean => ((mask >> i) & 1) === 1;
          if (given.filter((_, i) => belongs(i)).length !== k) continue;
          all++;
          if (Math.abs(differenceOf(belongs)) >= Math.abs(observed) - 1e-9) far++;
        }
        expect(test.value.allocations).toBe(all);
        expect(test.value.twoSided).toBeCloseTo(far / all, 12);
        expect(test.value.twoSided).toBeGreaterThanOrEqual(test.value.smallest - 1e-12);
        const turned = permuteTwoGroups(
          given,
          first.map((one) => !one),
        ).value!;
        expect(turned.difference).toBeCloseTo(-test.value.difference, 12);
        expect(turned.twoSided).toBeCloseTo(test.value.twoSided, 12);
      }),
      SETTINGS,
    );
  });

  it("Cliff's δ turns over with the groups and is 1 where all of the first are larger", () => {
    const values = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(values, values, (one, other) => {
        const delta = (a: readonly number[], b: readonly number[]): number =>
          cliffsDelta([...a, ...b], [...a.map(() => true), ...b.map(() => false)]).value!;
        expect(delta(one, other)).toBeCloseTo(-delta(other, one), 12);
        expect(
          delta(
            one.map((value) => value + 10),
            other,
          ),
        ).toBe(1);
      }),
      SETTINGS,
    );
  });

  it('drawn with a seed is near the exact one, and the same each time', () => {
    const values = [4.2, 3.1, 5.6, 2, 1.1, 0.9, 2.2, 1.7];
    const first = values.map((_, i) => i < 4);
    const exact = permuteTwoGroups(values, first).value!;
    const drawn = permuteTwoGroups(values, first, { exactUpTo: 0, samples: 20_000, seed: 7 }).value!;
    expect(Math.abs(drawn.twoSided - exact.twoSided)).toBeLessThan(0.01);
    expect(permuteTwoGroups(values, first, { exactUpTo: 0, samples: 20_000, seed: 7 }).value).toEqual(drawn);
    expect(drawn.seed).toBe(7);
    const groups = first.map(String);
    expect(Math.abs(permuteGroups(values, groups).value!.p - exact.twoSided)).toBeLessThan(0.01);
  });

  it('the smallest p of four against four is 2 of 70', () => {
    expect(smallestP(4, 4).twoSided).toBe(2 / 70);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), fc.nat(), (n, seed) => {
        const k = seed % (n + 1);
        expect(choose(n, k)).toBe(Number(over(n, k)));
      }),
      SETTINGS,
    );
  });
});

describe('distributions', () => {
  const p = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
  const shape = fc.double({ min: 0.5, max: 60, noNaN: true });

  it('quantiles turn probabilities round', () => {
    fc.assert(
      fc.property(p, shape, shape, (share, a, b) => {
        expect(1 - normalUpper(normalQuantile(share))).toBeCloseTo(share, 10);
        expect(1 - chiSquareUpper(chiSquareQuantile(share, a), a)).toBeCloseTo(share, 10);
        // Where the density has no bound, next numbers are further apart than that.
        expect(betaLower(betaQuantile(share, a + 1, b + 1), a + 1, b + 1)).toBeCloseTo(share, 10);
        expect(studentQuantile(1 - share, a)).toBeCloseTo(-studentQuantile(share, a), 4);
      }),
      SETTINGS,
    );
  });

  it('agree with what has a closed form', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 700, noNaN: true }), p, shape, (x, share, b) => {
        const closed = Math.exp(-x / 2);
        expect(Math.abs(chiSquareUpper(x, 2) - closed)).toBeLessThanOrEqual(1e-12 * closed);
        expect(betaLower(share, 1, b)).toBeCloseTo(-Math.expm1(b * Math.log1p(-share)), 12);
        expect(betaLower(share, b, 2) + betaLower(1 - share, 2, b)).toBeCloseTo(1, 12);
        expect(studentQuantile(share, 1)).toBeCloseTo(
          Math.tan(Math.PI * (share - 0.5)),
          share > 0.01 && share < 0.99 ? 9 : 0,
        );
      }),
      SETTINGS,
    );
  });
});
