import { describe, expect, it } from '@jest/globals';
import { classOf } from '../../../src/text/character.js';
import { fold, foldings } from '../../../src/text/fold.js';

const folded = (s: string, han = false): string =>
  Array.from(s, (c) => String.fromCodePoint(fold(c.codePointAt(0)!, { han }))).join('');

describe('folding one code point to one code point', () => {
  it.each([
    ['case', 'ABC ÄÉ ΣΑΣ ЖЯ', 'abc äé σασ жя'],
    ['final sigma and capital sharp s', 'ς ẞ ß', 'σ ß ß'],
    ['but no dotted or dotless i, whose folding would change lengths or languages', 'İ ı I', 'İ ı i'],
    ['width', 'ＮＧＯ２０２０ ｶﾅ ￥', 'ngo2020 カナ ¥'],
    ['apostrophes, those of full width too', "’‘ʼ＇'", "'''''"],
    ['quotation marks', '“”„＂', '""""'],
    ['dashes and hyphens', '‐‑–—―−－', '-------'],
    ['canonical singletons', '\u212a \u212b \u2126 \uf902', 'k å ω 車'],
    ['radicals out of PDF files', '⼈⽂', '人文'],
    ['nothing else', 'ﬁ 社會 。、「', 'ﬁ 社會 。、「'],
  ])('folds %s', (_, text, expected) => {
    expect(folded(text)).toBe(expected);
  });

  it('folds Traditional to Simplified and the variants of Hong Kong and Taiwan on demand', () => {
    expect(folded('社會服務機構 裏裡里 衞衛卫 臺台 為爲为 麼么 說説说 著着', true)).toBe(
      '社会服务机构 里里里 卫卫卫 台台 为为为 么么 说说说 着着',
    );
    expect(folded('\uf902', true)).toBe('车');
  });

  it.each([false, true])('is idempotent and lists exactly what it changes, in order (han: %s)', (han) => {
    const { from, to } = foldings({ han });
    const listed = new Set(from);
    expect([...to].filter((codePoint) => listed.has(codePoint))).toEqual([]);
    expect([...from]).toEqual([...from].sort((a, b) => a - b));
    const changed: number[] = [];
    for (let codePoint = 0; codePoint <= 0x10ffff; codePoint++)
      if (fold(codePoint, { han }) !== codePoint) changed.push(codePoint);
    expect(changed).toEqual([...from]);
  });

  it('keeps the class of a character, but for U+0345, the iota below, which folds to a letter', () => {
    const { from, to } = foldings({ han: true });
    expect([...from].filter((codePoint, i) => classOf(codePoint) !== classOf(to[i]!))).toEqual([0x345]);
  });

  it('folds a character and its NFC, where that is one character, alike', () => {
    for (let codePoint = 0; codePoint < 0x30000; codePoint++) {
      if (codePoint >= 0xd800 && codePoint <= 0xdfff) continue;
      const normal = String.fromCodePoint(codePoint).normalize('NFC');
      if ([...normal].length !== 1 || normal.codePointAt(0) === codePoint || classOf(codePoint) === 1) continue;
      expect(fold(codePoint, { han: true })).toBe(fold(normal.codePointAt(0)!, { han: true }));
    }
  });
});
