import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { linesOf, shownDiff } from '../../../src/core/line-diff.js';

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

  it('holds both texts, where all around is shown', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const [first, ...shown] = shownDiff(ended(before), ended(after), Infinity);
        const side = (sign: '-' | '+'): string[] =>
          shown.filter((line) => !line.startsWith(sign)).map((line) => line.slice(2));
        if (first === undefined) return expect(before).toEqual(after);
        expect(first).toBe('@@ line 1 @@');
        expect(side('+')).toEqual(before);
        expect(side('-')).toEqual(after);
      }),
      { seed: 20260302, numRuns: 300 },
    );
  });

  it('shows neither line breaks nor a byte order mark', () => {
    expect(linesOf('\ufeffa\r\n\rb\n')).toEqual(['a', '', 'b']);
    expect(shownDiff('a\nb', '\ufeffa\r\nb\r\n', 1)).toEqual([]);
  });
});

function ended(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
