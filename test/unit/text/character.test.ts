import { describe, expect, it } from '@jest/globals';
import { BREAK, classOf, HAN, IGNORABLE, MARK, OTHER, SPACE, WORD } from '../../../src/text/character.js';

const classesOf = (s: string): number[] => Array.from(s, (character) => classOf(character.codePointAt(0)!));

describe('character classes', () => {
  it.each([
    ['letters, digits and underscore of scripts with spaces', 'aZéßЖאعह한ＡＩ９＿5_٣Ⅳ', WORD],
    ['ideographs, kana, bopomofo and scripts without spaces', '社𠮷々〇ひカーｶㄅกลဗខ⼈', HAN],
    ['white space', ' \t\r\u00a0\u2003\u2028\u3000', SPACE],
    ['the line feed', '\n', BREAK],
    ['what does not show', '\u00ad\u200b\u200c\u200d\u2060\ufeff\ufe0f\u{e0100}\u202e\u2067', IGNORABLE],
    ['combining marks of scripts with spaces', '\u0301\u0300\u093f\u064b', MARK],
    ['kana voicing marks, which belong to a script without', '\u3099', HAN],
    ['punctuation and symbols', '.,’ʼ“—。，；！？「（·€😀²', OTHER],
  ])('%s', (_, characters, expected) => {
    expect(classesOf(characters)).toEqual(classesOf(characters).map(() => expected));
  });
});
