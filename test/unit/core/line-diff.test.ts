import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lineDiff, shownDiff } from '../../../src/core/line-diff.js';

describe('the difference of two texts by lines', () => {
  it('shows what changed with lines around it', () => {
    const before = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', ''].join('\n');
    const after = ['a', 'b', 'C', 'd', 'e', 'f', 'g', 'h', 'i', ''].join('\n');
    expect(shownDiff(before, after, 1)).toEqual([
      '@@ line 2 @@',
      '  b',
      '- c',
      '+ C',
      '  d',
      '@@ line 8 @@',
      '  h',
      '+ i',
    ]);
    expect(shownDiff(before, before, 1)).toEqual([]);
  });

  it('holds both texts, and no shorter one does', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 })
      .map((lines) => lines.map((line) => `${line}\n`).join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const diff = lineDiff(before, after);
        const side = (sign: '-' | '+'): string =>
          diff
            .filter((line) => line.sign === ' ' || line.sign === sign)
            .map((line) => `${line.text}\n`)
            .join('');
        expect(side('-')).toBe(before);
        expect(side('+')).toBe(after);
        const [a, b] = [before.split('\n').slice(0, -1), after.split('\n').slice(0, -1)];
        const common = (i: number, j: number): number =>
          i === a.length || j === b.length
            ? 0
            : a[i] === b[j]
              ? 1 + common(i + 1, j + 1)
              : Math.max(common(i + 1, j), common(i, j + 1));
        if (a.length + b.length <= 14) expect(diff.filter(({ sign }) => sign === ' ')).toHaveLength(common(0, 0));
      }),
      { seed: 20260302, numRuns: 300 },
    );
  });
});
