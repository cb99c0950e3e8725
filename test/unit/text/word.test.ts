import { describe, expect, it } from '@jest/globals';
import type { Furniture } from '../../../src/text/transcript.js';
import { decode, encode } from '../../../src/text/utf8.js';
import { countWords, tokens, wordsBetween } from '../../../src/text/word.js';

const whole = (text: Uint8Array) => ({ start: 0, end: text.length });
const wordsOf = (s: string): string[] =>
  tokens(encode(s), whole(encode(s))).map(({ start, end }) => decode(encode(s), start, end));
const count = (s: string, furniture: readonly Furniture[] = []) => countWords(encode(s), whole(encode(s)), furniture);

describe('words', () => {
  it.each([
    ["don't agency's well-known", ["don't", "agency's", 'well-known']],
    ['don’t – stop—now ‘so’', ['don’t', 'stop', 'now', 'so']],
    ['3.5 300,000 2008. 1,2', ['3.5', '300,000', '2008', '1,2']],
    ['end.Start a,b 3.a', ['end', 'Start', 'a', 'b', '3', 'a']],
    ['co\u00adoperate cafe\u0301 हिन्दी', ['co\u00adoperate', 'cafe\u0301', 'हिन्दी']],
    ['跟NGO合作3年', ['跟', 'NGO', '合', '作', '3', '年']],
    ["rock 'n' roll --", ['rock', 'n', 'roll']],
    ['２０２０年、ＡＩ', ['２０２０', '年', 'ＡＩ']],
  ])('of %s', (text, expected) => {
    expect(wordsOf(text)).toEqual(expected);
    expect(count(text).words).toBe(expected.length);
  });

  it('count each Han character, and characters without white space and what does not show', () => {
    expect(count('社工 staff，\n 好\u200b')).toEqual({ words: 4, characters: 9, hanCharacters: 3 });
  });

  it('are not counted in furniture, which parts them', () => {
    const text = 'one[laughs]two 三';
    expect(count(text, [{ kind: 'marker', start: 3, end: 11 }])).toEqual({ words: 3, characters: 7, hanCharacters: 1 });
    expect(count(text, [{ kind: 'label', start: 0, end: 999 }]).words).toBe(0);
  });

  it('between two places are told apart by script', () => {
    const text = encode('a then, 社工 b');
    expect(wordsBetween(text, 1, 15, [])).toEqual({ words: 1, chars: 2 });
    expect(wordsBetween(text, 5, 5, [])).toEqual({ words: 0, chars: 0 });
    expect(wordsBetween(text, 5, 2, [])).toEqual({ words: 0, chars: 0 });
  });
});
