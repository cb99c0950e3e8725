import { describe, expect, it } from '@jest/globals';
import { composingTable, STEADY } from '../../../src/text/composing.js';
import { composed } from '../../../src/text/normal.js';
import { decode, encode } from '../../../src/text/utf8.js';

describe('composing a text (NFC)', () => {
  it.each(['', 'plain', 'café 社工 ’ ガ 한국어', '社會服務'])('gives null for %p, which is composed', (text) => {
    expect(composed(encode(text))).toBeNull();
  });

  it.each([
    'cafe\u0301',
    'か\u3099くせい',
    '\u1112\u1161\u11ab국',
    'a\u0323\u0307 a\u0307\u0323',
    '\u212a\u212b \uf902\uf900',
  ])('composes %p', (text) => {
    expect(decode(composed(encode(text))!.text)).toBe(text.normalize('NFC'));
  });

  it('leads back to the original', () => {
    const original = 'Le cafe\u0301 noir';
    const { text, original: back } = composed(encode(original))!;
    const start = decode(text).indexOf('café');
    expect(decode(encode(original), back(start, 'start'), back(start + 5, 'end'))).toBe('cafe\u0301');
    expect(back(text.length, 'end')).toBe(encode(original).length);
  });

  it('classes every character that may be changed', () => {
    const unsteady = (s: string): string =>
      Array.from(s)
        .filter((c) => composingTable()[c.codePointAt(0)!] !== STEADY)
        .join('');
    const changing = '\u212b\u0301\u3099\u1161\u11a8\u212a\uf900\u0323\u0340\u0334';
    expect(unsteady(`aé社ガ한’${changing}`)).toBe(changing);
  });
});
