import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { allocationsOf, permuteGroups, permuteTwoGroups, smallestPOf } from '../../src/index.js';

const SETTINGS = { seed: 11, numRuns: 120 };

/** Every way to give each place one of the groups, with the sizes of `groups`: by counting up, and keeping what fits. */
function everyAllocation(groups: readonly number[]): number[][] {
  const k = Math.max(...groups) + 1;
  const sizes = (list: readonly number[]): string =>
    Array.from({ length: k }, (_, g) => list.filter((one) => one === g).length).join();
  const found: number[][] = [];
  for (let code = 0; code < k ** groups.length; code++) {
    const list = groups.map((_, i) => Math.floor(code / k ** i) % k);
    if (sizes(list) === sizes(groups)) found.push(list);
  }
  return found;
}

function etaSquared(values: readonly number[], groups: readonly number[]): number {
  const mean = (list: readonly number[]): number => list.reduce((sum, value) => sum + value, 0) / list.length;
  const grand = mean(values);
  const whole = values.reduce((sum, value) => sum + (value - grand) ** 2, 0);
  const between = [...new Set(groups)].map((group) => {
    const own = values.filter((_, i) => groups[i] === group);
    return own.length * (mean(own) - grand) ** 2;
  });
  return between.reduce((sum, part) => sum + part, 0) / whole;
}

/** Values with ties, and a group of up to three for each. */
const grouped = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 2 })), { minLength: 2, maxLength: 7 })
  .map((pairs) => ({ values: pairs.map(([value]) => value), groups: pairs.map(([, group]) => group) }));

describe('permutation of several groups', () => {
  it('is what going through every allocation gives', () => {
    fc.assert(
      fc.property(grouped, ({ values, groups }) => {
        const test = permuteGroups(values, groups.map(String)).value;
        if (test === null) {
          expect(new Set(groups).size < 2 || new Set(values).size < 2).toBe(true);
          return;
        }
        const all = everyAllocation(groups);
        const observed = etaSquared(values, groups);
        const extreme = all.filter((other) => etaSquared(values, other) >= observed - 1e-9).length;
        expect(test.share).toBeCloseTo(observed, 10);
        expect(test.allocations).toBe(all.length);
        expect(test.p).toBeCloseTo(extreme / all.length, 12);
      }),
      SETTINGS,
    );
  });

  it('of two groups gives the p of their difference', () => {
    fc.assert(
      fc.property(grouped, ({ values, groups }) => {
        const two = groups.map((group) => Math.min(group, 1));
        const several = permuteGroups(values, two.map(String)).value;
        if (several === null) return;
        const difference = permuteTwoGroups(
          values,
          two.map((group) => group === 1),
        ).value!;
        expect(several.p).toBeCloseTo(difference.twoSided, 12);
        expect(several.smallest).toBeCloseTo(difference.smallest, 12);
      }),
      SETTINGS,
    );
  });

  it('never gives a p below the smallest, which distinct values reach', () => {
    fc.assert(
      fc.property(grouped, fc.boolean(), ({ values, groups }, drawn) => {
        const test = permuteGroups(values, groups.map(String), drawn ? { exactUpTo: 0, samples: 99 } : {}).value;
        if (test !== null) expect(test.p).toBeGreaterThanOrEqual(test.smallest - 1e-12);
      }),
      SETTINGS,
    );
    for (const groups of [
      [0, 0, 0, 1, 1, 1, 2, 2],
      [0, 0, 1, 1, 2, 2],
      [0, 0, 0, 1, 1],
    ]) {
      const sizes = [...new Set(groups)].map((group) => groups.filter((one) => one === group).length);
      const apart = groups.map((group, i) => 1000 * 3 ** group + i);
      expect(permuteGroups(apart, groups.map(String)).value!.p).toBeCloseTo(smallestPOf(sizes), 12);
      expect(allocationsOf(sizes)).toBe(everyAllocation(groups).length);
    }
  });

  it('is valid: over all allocations p is at most α in at most a share α of them', () => {
    const values = [0.1, 0.4, 0.4, 1.3, 2.2, 2.9, 5];
    for (const groups of [
      [0, 0, 0, 1, 1, 1, 1],
      [0, 0, 0, 1, 1, 2, 2],
    ]) {
      const all = everyAllocation(groups).map((list) => permuteGroups(values, list.map(String)).value!.p);
      for (const alpha of new Set(all))
        expect(all.filter((p) => p <= alpha + 1e-12).length / all.length).toBeLessThanOrEqual(alpha + 1e-12);
    }
  });

  it('drawn with a seed is near the exact one, the same each time, and says so', () => {
    const values = [0, 2, 1, 3, 9, 4, 8, 7, 9];
    const groups = ['a', 'a', 'a', 'b', 'b', 'b', 'c', 'c', 'c'];
    const exact = permuteGroups(values, groups).value!;
    const options = { exactUpTo: 0, samples: 20_000, seed: 3 };
    const drawn = permuteGroups(values, groups, options).value!;
    expect(Math.abs(drawn.p - exact.p)).toBeLessThan(0.01);
    expect(permuteGroups(values, groups, options).value).toEqual(drawn);
    expect(drawn).toMatchObject({ samples: 20_000, seed: 3, allocations: 1680 });
    expect(exact).toMatchObject({ samples: null, seed: null, allocations: 1680 });
  });
});

describe('permutation of two groups', () => {
  it('takes as ties what only rounding tells apart, however large the values are', () => {
    // Two sums that are equal on paper differ in the last digit by the order of adding up.
    const values = [4000, 0, 3750, 5000, 10000, 5000 / 3, 20000 / 3, 50000 / 7];
    const first = values.map((_, i) => i < 4);
    expect(permuteTwoGroups(values, first).value!.twoSided).toBe(14 / 70);
  });
});
