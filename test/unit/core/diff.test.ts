import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { differences } from '../../../src/core/diff.js';

/** The length of the longest common subsequence, the slow way. */
function common(a: readonly string[], b: readonly string[]): number {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++)
      table[i]![j] = a[i - 1] === b[j - 1] ? table[i - 1]![j - 1]! + 1 : Math.max(table[i - 1]![j]!, table[i]![j - 1]!);
  return table[a.length]![b.length]!;
}

describe('differences', () => {
  it('give both lists back, and leave as much as can be unchanged', () => {
    const list = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 14 });
    fc.assert(
      fc.property(list, list, (before, after) => {
        const pieces = differences(before, after);
        expect(pieces.filter(({ kind }) => kind !== 'new').flatMap(({ items }) => items)).toEqual(before);
        expect(pieces.filter(({ kind }) => kind !== 'old').flatMap(({ items }) => items)).toEqual(after);
        const same = pieces.filter(({ kind }) => kind === 'same').flatMap(({ items }) => items);
        expect(same).toHaveLength(common(before, after));
        expect(pieces.every(({ items }) => items.length > 0)).toBe(true);
      }),
      { seed: 5, numRuns: 2000 },
    );
  });

  it('of lists that have nothing in common are all of both', () => {
    const before = Array.from({ length: 3000 }, (_, i) => `a${i}`);
    const after = Array.from({ length: 3000 }, (_, i) => `b${i}`);
    expect(differences(before, after).map(({ kind, items }) => [kind, items.length])).toEqual([
      ['old', 3000],
      ['new', 3000],
    ]);
  });

  it('of long lists take no longer than the differences ask for', () => {
    const before = Array.from({ length: 200_000 }, (_, i) => `a${i}`);
    const after = before.map((item, i) => (i % 1000 === 0 ? 'b' : item));
    const pieces = differences(before, after);
    expect(pieces).toHaveLength(600);
    expect(pieces.filter(({ kind }) => kind !== 'old').flatMap(({ items }) => items)).toEqual(after);
  });
});
