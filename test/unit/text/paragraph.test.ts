import { describe, expect, it } from '@jest/globals';
import { hasParagraphPerLine, lines, paragraphs } from '../../../src/text/paragraph.js';
import type { Turn } from '../../../src/text/transcript.js';
import { decode, encode } from '../../../src/text/utf8.js';

const whole = (text: Uint8Array) => ({ start: 0, end: text.length });
const turnOf = (text: Uint8Array): Turn => ({ index: 0, ...whole(text), speech: 0, speaker: 'A', role: 'other' });
const perLine = (s: string): boolean => hasParagraphPerLine(encode(s), [turnOf(encode(s))]);

const prose =
  'We have been running the centre for eleven years now and the first contract with the bureau came only in the ' +
  'fourth of them, when the director changed and somebody remembered that we existed at all, which was a surprise. ' +
  'Since then it has been one tender after the other, and every year we write the same forty pages again. ' +
  'I do not think that anybody reads them, but if you leave one out they notice at once and send it back to you.';

/** Breaks at spaces so that no line is wider than `width`. */
function wrapped(s: string, width: number): string {
  const done: string[] = [''];
  for (const word of s.split(' ')) {
    if (done.at(-1)!.length + 1 + word.length > width) done.push(word);
    else done.push(`${done.pop()!} ${word}`.trim());
  }
  return done.join('\n');
}

describe('paragraphs', () => {
  const text = encode('one\ntwo  \n\n \t\n\u3000三\n\n');
  const read = (spans: readonly { start: number; end: number }[]) =>
    spans.map(({ start, end }) => decode(text, start, end));

  it('are parted by lines of nothing but white space', () => {
    expect(read(paragraphs(text, whole(text)))).toEqual(['one\ntwo', '三']);
  });

  it('or are the lines', () => {
    expect(read(lines(text, whole(text)))).toEqual(['one', 'two', '三']);
  });
});

describe('whether each line is a paragraph', () => {
  it.each([60, 72, 90])('no: English broken at %i columns', (width) => {
    expect(perLine(wrapped(prose, width))).toBe(false);
  });

  it('no: Chinese broken at 30 characters', () => {
    const sentence = '我们是二零零八年开始做这个服务的那时候政府还没有购买服务这一说，';
    expect(perLine(sentence.repeat(12).replace(/.{30}/gu, '$&\n'))).toBe(false);
  });

  it('no: lines of captions that break within sentences', () => {
    expect(
      perLine('so we started in\nthe spring and then\nthere was nobody who\nwanted to pay for it\nand so we stopped'),
    ).toBe(false);
  });

  it('no: nothing but blank lines between paragraphs', () => {
    expect(perLine('one.\n\ntwo.\n\nthree.')).toBe(false);
  });

  it('yes: lines that end as sentences do', () => {
    expect(perLine('We applied.\nThey said no!\n“Why?”\nNobody knows (yet.)')).toBe(true);
    expect(perLine('我们申请了。\n没有批。\n为什么？')).toBe(true);
  });

  it('yes: lines too long to have been broken', () => {
    expect(perLine(`${prose.slice(0, 200)}\n${prose.slice(0, 150)}\nand so on`)).toBe(true);
  });

  it('yes: Chinese lines of all lengths without punctuation', () => {
    expect(
      perLine('对\n那时候政府还没有购买服务\n我们是二零零八年\n嗯\n后来慢慢有了\n所以我们就去申请这个项目了'),
    ).toBe(true);
  });

  it('looks at speakers only, where there are any, and not at the times of cues', () => {
    const text = encode('title\nof it\nA: one.\nTwo.\n\n1\n00:00:01,000 --> 00:00:02,000\nthree');
    const preamble: Turn = { index: 0, start: 0, end: 12, speech: 0, speaker: null, role: 'other' };
    expect(hasParagraphPerLine(text, [preamble, { ...turnOf(text), start: 12, speech: 15, index: 1 }])).toBe(true);
    expect(hasParagraphPerLine(text.subarray(0, 12), [preamble])).toBe(false);
  });
});
