import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { editsFromStart } from '../../../src/coding/similarity.js';

/** The fewest edits between all of one list and a beginning of another, by the whole table (Levenshtein 1966). */
function editsSlowly(stored: readonly number[], found: readonly number[]): number {
  let row = Array.from({ length: found.length + 1 }, (_, j) => j);
  for (const [i, wanted] of stored.entries()) {
    const next = [i + 1];
    for (const [j, point] of found.entries()) {
      next.push(Math.min(row[j]! + (point === wanted ? 0 : 1), row[j + 1]! + 1, next[j]! + 1));
    }
    row = next;
  }
  return Math.min(...row);
}

describe('the fewest edits between a context and what begins beside a place', () => {
  const point = fc.constantFrom(...[...'abc资金😀'].map((character) => character.codePointAt(0)!));
  const stored = fc.array(point, { maxLength: 32, size: 'max' });
  const found = fc.array(point, { maxLength: 48, size: 'max' });

  it('are those of the whole table, of up to 32 code points', () => {
    fc.assert(
      fc.property(stored, found, (a, b) => {
        expect(editsFromStart(a, b, Infinity)).toBe(editsSlowly(a, b));
      }),
      { seed: 21, numRuns: 2000 },
    );
  });

  it('are the same up to a limit, and some number above it beyond', () => {
    fc.assert(
      fc.property(stored, found, fc.nat(20), (a, b, most) => {
        const edits = editsSlowly(a, b);
        const counted = editsFromStart(a, b, most);
        if (edits <= most) expect(counted).toBe(edits);
        else expect(counted).toBeGreaterThan(most);
      }),
      { seed: 22, numRuns: 2000 },
    );
  });
});
