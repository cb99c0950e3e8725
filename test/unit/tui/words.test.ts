import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Span } from '../../../src/core/span.js';
import type { Transcript } from '../../../src/text/transcript.js';
import { units } from '../../../src/text/unit.js';
import { decode } from '../../../src/text/utf8.js';
import { graphemeBounds } from '../../../src/tui/layout/grapheme.js';
import { firstWord, lastWord, wordAfter, wordBefore } from '../../../src/tui/model/words.js';
import { type Options, parsed } from '../text/parsed.js';

/** All words, which are the same forwards and backwards. */
function wordsOf(transcript: Transcript): Span[] {
  const found: Span[] = [];
  for (let word = wordAfter(transcript, 0); word !== null; word = wordAfter(transcript, word.end)) {
    expect(word.end).toBeGreaterThan(word.start);
    found.push(word);
  }
  const { length } = transcript.text;
  const back: Span[] = [];
  for (let word = wordBefore(transcript, length); word !== null; word = wordBefore(transcript, word.start)) {
    back.unshift(word);
  }
  expect(back).toEqual(found);
  return found;
}

function forwards(text: string, name?: string, options: Options = {}): string[] {
  const { transcript } = parsed(text, name, options);
  return wordsOf(transcript).map(({ start, end }) => decode(transcript.text, start, end));
}

describe('going word by word', () => {
  it.each([
    ['words of a script with spaces', 'We don’t pay 3.5, well-known!', ['We', 'don’t', 'pay', '3.5', 'well-known']],
    ['characters of one without', '我們，自主。', ['我', '們', '自', '主']],
    ['both', 'NGO的資金', ['NGO', '的', '資', '金']],
    ['words with their marks', 'cafe\u0301 x', ['cafe\u0301', 'x']],
    ['ideographs with their variants', '葛\u{e0100}城', ['葛\u{e0100}', '城']],
    ['letters with what is joined to them', 'नमस्ते जी', ['नमस्ते', 'जी']],
    ['units of emoji as a whole', 'A: Yes.\nB: 👩‍💻👍\nA: No.\nB: Why?\n', ['Yes', '👩‍💻👍', 'No', 'Why']],
  ])('steps over %s', (_, text, expected) => {
    expect(forwards(text)).toEqual(expected);
  });

  it('steps over labels and times, but into what stands in brackets', () => {
    const cues =
      '1\n00:00:01,000 --> 00:00:02,000\nAnn: Yes [laughs]\n\n2\n00:00:03,000 --> 00:00:04,000\nit is.\n\n3\n00:00:05,000 --> 00:00:06,000\nBob: No.\n';
    expect(forwards(cues, 'a.srt', { speakers: { Ann: {}, Bob: {} } }).filter((word) => word !== 'laughs')).toEqual([
      'Yes',
      'it',
      'is',
      'No',
    ]);
  });

  it('steps through words longer than what is looked at', () => {
    const long = 'x'.repeat(3000);
    expect(forwards(`a ${long} ${'，'.repeat(500)} b`)).toEqual(['a', long, 'b']);
  });

  const pieces = fc.constantFrom(
    'a',
    'bé',
    ' ',
    '資',
    '金',
    '，',
    '🇭🇰',
    '👩‍💻',
    '\n',
    '\u0301',
    '\ufe0f',
    '3.5',
    '-',
    '…',
  );
  const text = fc.array(pieces, { minLength: 1, maxLength: 300 }).map((parts) => parts.join(''));

  it('meets the same words either way, none of them cutting a character', () => {
    fc.assert(
      fc.property(text, (written) => {
        const { transcript } = parsed(written);
        const paragraphs = units(transcript, 'paragraph');
        const bounds = new Set(paragraphs.flatMap(({ start, end }) => graphemeBounds(transcript.text, start, end)));
        for (const word of wordsOf(transcript)) {
          expect(bounds.has(word.start) && bounds.has(word.end)).toBe(true);
        }
      }),
      { seed: 20260114, numRuns: 300 },
    );
  });

  it('takes the first and last word of a unit, or all of it where it has none', () => {
    const { transcript } = parsed('（好的。）');
    const unit = { start: 0, end: transcript.text.length };
    const said = ({ start, end }: Span): string => decode(transcript.text, start, end);
    expect([said(firstWord(transcript, unit)), said(lastWord(transcript, unit))]).toEqual(['好', '的']);
    const emoji = parsed('👍👍').transcript;
    const whole = { start: 0, end: emoji.text.length };
    expect(firstWord(emoji, whole)).toEqual(whole);
  });
});
