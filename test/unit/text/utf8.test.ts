import { describe, expect, it } from '@jest/globals';
import { codePointAt, decode, encode, previous, sizeOf } from '../../../src/text/utf8.js';

describe('reading UTF-8 in place', () => {
  const characters = ['a', 'é', '’', '社', '𠮷', '\u{10ffff}', '\u0000'];

  it.each(characters)('reads %s and steps over it in both directions', (character) => {
    const text = encode(`x${character}y`);
    expect(codePointAt(text, 1)).toBe(character.codePointAt(0));
    expect(1 + sizeOf(text[1]!)).toBe(text.length - 1);
    expect(previous(text, text.length - 1)).toBe(1);
  });

  it('decodes a part, and keeps a byte order mark that is within', () => {
    expect(decode(encode('甲\ufeff乙'), 3)).toBe('\ufeff乙');
    expect(decode(encode('甲乙丙'), 3, 6)).toBe('乙');
  });
});
