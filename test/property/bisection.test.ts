import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countBelow, firstWhere } from '../../src/core/bisection.js';

const ascending = fc.array(fc.integer({ min: -20, max: 20 })).map((list) => list.sort((a, b) => a - b));
const limits = fc.integer({ min: -25, max: 25 });

describe('bisection', () => {
  it('finds what going through the list finds, and nothing at its length', () => {
    fc.assert(
      fc.property(ascending, limits, (list, limit) => {
        const first = list.findIndex((value) => value >= limit);
        expect(firstWhere(list.length, (position) => list[position]! >= limit)).toBe(first < 0 ? list.length : first);
        expect(countBelow(list, limit)).toBe(list.filter((value) => value < limit).length);
      }),
      { seed: 2026 },
    );
  });

  it('asks no more often than halving takes, and never beyond the list', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(1_000_000), (length, from) => {
        let asked = 0;
        const found = firstWhere(length, (position) => {
          asked++;
          expect(position).toBeLessThan(length);
          return position >= from;
        });
        expect(found).toBe(Math.min(from, length));
        expect(asked).toBeLessThanOrEqual(Math.ceil(Math.log2(length + 1)));
      }),
      { seed: 2026 },
    );
  });
});
