import { describe, expect, it } from '@jest/globals';
import { wideRuns, zeroRuns } from '../../../src/core/width-ranges.js';
import { displayWidth, widthOf } from '../../../src/core/width.js';

const isIn = (ranges: readonly number[], codePoint: number): boolean => {
  for (let i = 0; i < ranges.length; i += 2) {
    if (ranges[i]! <= codePoint && codePoint <= ranges[i + 1]!) return true;
  }
  return false;
};

const PREPENDED = [
  0x600, 0x605, 0x6dd, 0x6dd, 0x70f, 0x70f, 0x890, 0x891, 0x8e2, 0x8e2, 0x110bd, 0x110bd, 0x110cd, 0x110cd,
];

describe('widthOf', () => {
  it('is 2 for what East Asian typography sets wide', () => {
    for (const character of '资関カあ한，。「（Ａ１　😀𠮷')
      expect([character, widthOf(character.codePointAt(0)!)]).toEqual([character, 2]);
  });

  it('is 0 for what combines or does not show', () => {
    for (const codePoint of [0x301, 0x200b, 0x200d, 0x302a, 0x3099, 0xfe0f, 0xfeff, 0x1160, 0xe0100])
      expect(widthOf(codePoint)).toBe(0);
  });

  it('is 1 for the rest, ambiguous characters included', () => {
    for (const character of 'aé–’“…①αЖカ'.normalize('NFC').replace('カ', 'ｶ'))
      expect(widthOf(character.codePointAt(0)!)).toBe(1);
  });

  // Both ends of runs of W and F in EastAsianWidth.txt of Unicode 17.0, and their neighbours outside.
  it.each([
    [0x1100, 0x115f],
    [0x231a, 0x231b],
    [0x2329, 0x232a],
    [0x23e9, 0x23ec],
    [0x23f0, 0x23f0],
    [0x25fd, 0x25fe],
    [0x2614, 0x2615],
    [0x2648, 0x2653],
    [0x267f, 0x267f],
    [0x26ce, 0x26ce],
    [0x2728, 0x2728],
    [0x2753, 0x2755],
    [0x2795, 0x2797],
    [0x2b1b, 0x2b1c],
    [0x2e80, 0x2e99],
    [0x2e9b, 0x2ef3],
    [0x2f00, 0x2fd5],
    [0x2ff0, 0x303e],
    [0x3041, 0x3096],
    [0x309b, 0x30ff],
    [0x3105, 0x312f],
    [0x3131, 0x318e],
    [0x3190, 0x31e5],
    [0x31ef, 0x321e],
    [0x3220, 0x3247],
    [0x3250, 0xa48c],
    [0xa490, 0xa4c6],
    [0xa960, 0xa97c],
    [0xac00, 0xd7a3],
    [0xf900, 0xfaff],
    [0xfe10, 0xfe19],
    [0xfe30, 0xfe52],
    [0xfe54, 0xfe66],
    [0xfe68, 0xfe6b],
    [0xff01, 0xff60],
    [0xffe0, 0xffe6],
    [0x1f004, 0x1f004],
    [0x1f0cf, 0x1f0cf],
    [0x1f18e, 0x1f18e],
    [0x1f300, 0x1f320],
    [0x20000, 0x2fffd],
    [0x30000, 0x3fffd],
  ])('is 2 from %p to %p and no further', (start, end) => {
    expect([start - 1, start, end, end + 1].map((codePoint) => widthOf(codePoint) === 2)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  // A newer or older Node knows other characters than the table, which is of Unicode 17.
  (process.versions.unicode === '17.0' ? it : it.skip)('agrees with the general categories of Unicode 17', () => {
    const differing: number[] = [];
    for (let codePoint = 0x300; codePoint < 0x110000; codePoint++) {
      if (codePoint >= 0xd800 && codePoint < 0xe000) continue;
      const combines = /[\p{Mn}\p{Me}\p{Cf}]/u.test(String.fromCodePoint(codePoint)) && !isIn(PREPENDED, codePoint);
      const hangul = codePoint >= 0x1160 && codePoint <= 0x11ff;
      if ((widthOf(codePoint) === 0) !== (combines || hangul)) differing.push(codePoint);
    }
    expect(differing).toEqual([]);
  });

  it('has tables without a gap of nothing', () => {
    expect(wideRuns).toMatch(/^[0-9a-z]+(,[0-9a-z]+)?( [0-9a-z]+(,[0-9a-z]+)?)*$/u);
    expect(zeroRuns).toMatch(/^[0-9a-z]+(,[0-9a-z]+)?( [0-9a-z]+(,[0-9a-z]+)?)*$/u);
  });
});

describe('displayWidth', () => {
  it('sums the widths', () => {
    expect(displayWidth('')).toBe(0);
    expect(displayWidth('Grant 资金')).toBe(10);
    expect(displayWidth('cafe\u0301')).toBe(4);
  });
});
