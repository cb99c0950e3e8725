import { describe, expect, it } from '@jest/globals';
import { type AskedPlace, findPlace, isPlace, lookupIn } from '../../../src/coding/asked-place.js';
import { parseTranscript } from '../../../src/text/parse.js';
import { decode, encode } from '../../../src/text/utf8.js';

const FILE = [
  '---', // 1
  'case: A1', // 2
  '---', // 3
  '访谈者：资金呢？', // 4
  '梁生：资金不够，', // 5
  '政府拖欠资金。', // 6
  '', // 7
  '访谈者：谁帮过你们？', // 8
  '梁生：[00:01:02] 街道帮过我们（笑）。街道！', // 9
  'Interviewer:', // 10
  'Liang: It is   land, an island\u00a0café.', // 11
].join('\n');

const lookup = lookupIn(parseTranscript('a.txt', encode(FILE), { file: 'a.txt' }).value!);

function found(asked: AskedPlace): string {
  const place = findPlace(asked, lookup);
  return isPlace(place) ? decode(lookup.transcript.text, place.start, place.end) : `no: ${place.message}`;
}

describe('a place given by lines of the file', () => {
  it('is the speech there, without the label before it', () => {
    expect(found({ lines: { from: 5, to: 5 } })).toBe('资金不够，');
    expect(found({ lines: { from: 6, to: 6 } })).toBe('政府拖欠资金。');
    expect(found({ lines: { from: 5, to: 6 } })).toBe('资金不够，\n政府拖欠资金。');
    expect(found({ lines: { from: 9, to: 9 } })).toBe('街道帮过我们（笑）。街道！');
  });

  it('may run over a label, which then stands within it', () => {
    expect(found({ lines: { from: 6, to: 8 } })).toBe('政府拖欠资金。\n\n访谈者：谁帮过你们？');
  });

  it('is none where nothing is said', () => {
    expect(found({ lines: { from: 7, to: 7 } })).toBe('no: line 7 holds no speech');
    expect(found({ lines: { from: 2, to: 5 } })).toBe('no: line 2 stands in the YAML header, which holds no speech');
    expect(found({ lines: { from: 11, to: 12 } })).toMatch(/^no: there is nothing in lines 11 to 12 of a file of 11/);
    expect(found({ lines: { from: 6, to: 5 } })).toMatch(/^no: there is nothing in lines 6 to 5/);
    expect(found({ lines: { from: 0, to: 0 } })).toMatch(/^no: there is nothing in line 0/);
  });
});

describe('a place given by a turn', () => {
  it('is all its speech', () => {
    expect(found({ turn: 2 })).toBe('资金不够，\n政府拖欠资金。');
    expect(found({ turn: 99 })).toMatch(/^no: there is no turn 99: the source has \d/);
    expect(found({ turn: 0 })).toMatch(/^no: there is no turn 0/);
  });
});

describe('a place given by its words', () => {
  it('is found whatever white space there is, or none', () => {
    expect(found({ quotation: '资金不够，政府 拖欠' })).toBe('资金不够，\n政府拖欠');
    expect(found({ quotation: 'island   café.' })).toBe('island\u00a0café.');
    expect(found({ quotation: 'cafe\u0301' })).toBe('café');
  });

  it('is found over a label, with or without it', () => {
    expect(found({ quotation: '资金。谁帮过' })).toBe('资金。\n\n访谈者：谁帮过');
    expect(found({ quotation: '资金。 访谈者：谁帮过' })).toBe('资金。\n\n访谈者：谁帮过');
  });

  it('is the place with the white space as given, where that tells two apart', () => {
    expect(found({ quotation: 'is land' })).toBe('is   land');
    expect(found({ quotation: 'island' })).toBe('island');
  });

  it('is none where the words stand several times, unless it is said which', () => {
    expect(found({ quotation: '资金' })).toBe('no: the quotation stands 3 times: lines 4, 5, 6');
    expect(found({ quotation: '街道' })).toBe('no: the quotation stands 2 times: line 9 (2)');
    expect(found({ quotation: '资金', lines: { from: 5, to: 5 } })).toBe('资金');
    expect(found({ quotation: '街道', turn: 4, nth: 2 })).toBe('街道');
    expect(found({ quotation: '街道', nth: 3 })).toBe('no: the quotation stands 2 times: line 9 (2)');
    const second = findPlace({ quotation: '资金', nth: 2 }, lookup);
    expect(second).toEqual(findPlace({ quotation: '资金', turn: 2, nth: 1 }, lookup));
  });

  it('is none where they do not stand, and the message says where they do', () => {
    expect(found({ quotation: '街道没帮' })).toBe('no: the quotation does not stand in the transcript');
    expect(found({ quotation: '街道帮过', turn: 2 })).toBe(
      'no: the quotation does not begin in that place; it stands in line 9',
    );
    expect(found({ quotation: ' \n' })).toBe('no: the quotation does not stand in the transcript');
    expect(found({ quotation: '梁生：' })).toBe('no: the quotation does not stand in the transcript');
  });
});

describe('a place given by positions', () => {
  it('counts code points of the text after the header, and leaves out white space at the ends', () => {
    const text = decode(lookup.transcript.text);
    const start = [...text.slice(0, text.indexOf('\n政府'))].length;
    expect(found({ points: { start, end: start + 8 } })).toBe('政府拖欠资金。');
    expect(found({ points: { start: start + 1, end: start + 3 } })).toBe('政府');
  });

  it('is none outside the text, the wrong way round, or where nothing is said', () => {
    expect(found({ points: { start: 5, end: 5 } })).toMatch(/^no: 5–5 is no stretch of a text of \d+ characters/);
    expect(found({ points: { start: 5, end: 5000 } })).toMatch(/^no: 5–5000 is no stretch/);
    expect(found({ points: { start: 0, end: 4 } })).toBe('no: 0–4 holds no speech');
  });
});
