import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { byCodePoint } from '../../../src/core/order.js';

const slow = (a: string, b: string): number => {
  const [left, right] = [[...a], [...b]].map((characters) => characters.map((each) => each.codePointAt(0)!)) as [
    number[],
    number[],
  ];
  for (let i = 0; i < Math.min(left.length, right.length); i++) if (left[i] !== right[i]) return left[i]! - right[i]!;
  return left.length - right.length;
};

describe('byCodePoint', () => {
  it('puts characters beyond the first plane after all others, as no plain comparison of strings does', () => {
    expect(['𠮷', 'ﬁ', '中', 'a'].sort(byCodePoint)).toEqual(['a', '中', 'ﬁ', '𠮷']);
  });

  it('agrees with a comparison code point by code point', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '中', 'ﬁ', '𠮷', '😀'), maxLength: 5 });
    fc.assert(
      fc.property(text, text, (a, b) => Math.sign(byCodePoint(a, b)) === Math.sign(slow(a, b))),
      { seed: 1, numRuns: 2000 },
    );
  });
});
