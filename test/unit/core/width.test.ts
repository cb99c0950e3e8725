import { describe, expect, it } from '@jest/globals';
import { eastAsianWidthType } from 'get-east-asian-width';
import { wideRuns, zeroRuns } from '../../../src/core/width-ranges.js';
import { displayWidth, widthOf } from '../../../src/core/width.js';

const isIn = (ranges: readonly number[], codePoint: number): boolean => {
  for (let i = 0; i < ranges.length; i += 2) {
    if (ranges[i]! <= codePoint && codePoint <= ranges[i + 1]!) return true;
  }
  return false;
};

const PREPENDED = [0x600, 0x605, 0x6dd, 0x6dd, 0x70f, 0x70f, 0x890, 0x891, 0x8e2, 0x8e2, 0x110bd, 0x110bd, 0x110cd, 0x110cd];

describe('widthOf', () => {
  it('is 2 for what East Asian typography sets wide', () => {
    for (const character of '资関カあ한，。「（Ａ１　😀𠮷') expect([character, widthOf(character.codePointAt(0)!)]).toEqual([character, 2]);
  });

  it('is 0 for what combines or does not show', () => {
    for (const codePoint of [0x301, 0x200b, 0x200d, 0xfe0f, 0xfeff, 0x1160, 0xe0100]) expect(widthOf(codePoint)).toBe(0);
  });

  it('is 1 for the rest, ambiguous characters included', () => {
    for (const character of 'aé–’“…①αЖカ'.normalize('NFC').replace('カ', 'ｶ')) expect(widthOf(character.codePointAt(0)!)).toBe(1);
  });

  it('agrees with EastAsianWidth.txt for every code point', () => {
    const differing: number[] = [];
    for (let codePoint = 0x300; codePoint < 0x110000; codePoint++) {
      const wide = /^(wide|fullwidth)$/u.test(eastAsianWidthType(codePoint));
      if ((widthOf(codePoint) === 2) !== wide) differing.push(codePoint);
    }
    expect(differing).toEqual([]);
  });

  // A newer or older Node knows other characters than the table, which is of Unicode 17.
  (process.versions.unicode === '17.0' ? it : it.skip)('agrees with the general categories of Unicode 17', () => {
    const differing: number[] = [];
    for (let codePoint = 0x300; codePoint < 0x110000; codePoint++) {
      if (codePoint >= 0xd800 && codePoint < 0xe000) continue;
      const combines = /[\p{Mn}\p{Me}\p{Cf}]/u.test(String.fromCodePoint(codePoint)) && !isIn(PREPENDED, codePoint);
      const hangul = codePoint >= 0x1160 && codePoint <= 0x11ff;
      if (widthOf(codePoint) !== 2 && (widthOf(codePoint) === 0) !== (combines || hangul)) differing.push(codePoint);
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
