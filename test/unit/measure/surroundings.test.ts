import { describe, expect, it } from '@jest/globals';
import { type Reach, surroundings } from '../../../src/measure/surroundings.js';
import { byHand, sourceOf } from './build.js';

const said = [
  { speaker: '访谈者', role: 'interviewer', text: '资金\n怎么样？' },
  { speaker: '罗总', text: '开始不够。后来多了。现在又少了。' },
  { speaker: '访谈者', role: 'interviewer', text: '为什么？' },
  { speaker: 'Ms Lee', text: 'It came late. It always does.' },
] as const;
const source = sourceOf('a.txt', { said });

const around = (words: string, reach: Reach, of = source): string[][] => {
  const { before, after } = surroundings(of, reach)(byHand(of.transcript, 0, words));
  return [before, after].map((side) => side.map(({ speaker, text }) => `${speaker ?? '–'}: ${text}`));
};

describe('what stands around a quotation', () => {
  it('is the rest of its turn, and so many turns before and after', () => {
    expect(around('后来多了。', { count: 0, unit: 'turn' })).toEqual([['罗总: 开始不够。'], ['罗总: 现在又少了。']]);
    expect(around('后来多了。', { count: 1, unit: 'turn' })).toEqual([
      ['访谈者: 资金 怎么样？', '罗总: 开始不够。'],
      ['罗总: 现在又少了。', '访谈者: 为什么？'],
    ]);
    expect(around('后来多了。', { count: 99, unit: 'turn' })[1]).toEqual([
      '罗总: 现在又少了。',
      '访谈者: 为什么？',
      'Ms Lee: It came late. It always does.',
    ]);
  });

  it('is as many sentences, over the ends of turns', () => {
    expect(around('现在又少了。', { count: 1, unit: 'sentence' })).toEqual([
      ['罗总: 后来多了。'],
      ['访谈者: 为什么？'],
    ]);
    expect(around('又少', { count: 0, unit: 'sentence' })).toEqual([['罗总: 现在'], ['罗总: 了。']]);
    expect(around('为什么？', { count: 2, unit: 'sentence' })).toEqual([
      ['罗总: 后来多了。现在又少了。'],
      ['Ms Lee: It came late. It always does.'],
    ]);
  });

  it('is nothing at the ends of a source', () => {
    expect(around('资金\n怎么样？', { count: 3, unit: 'turn' })[0]).toEqual([]);
    expect(around('It always does.', { count: 3, unit: 'sentence' })[1]).toEqual([]);
  });

  it('says nothing of a speaker who did not consent, and who it was', () => {
    const reserved = { ...source, quotable: ({ speaker }: { speaker: string | null }) => speaker !== '罗总' };
    expect(around('为什么？', { count: 1, unit: 'turn' }, reserved)).toEqual([
      ['罗总: [withheld: no consent to quote]'],
      ['Ms Lee: It came late. It always does.'],
    ]);
    expect(around('又少', { count: 0, unit: 'sentence' }, reserved).flat().join()).not.toMatch(/现在|了/);
  });
});
