import { describe, expect, it } from '@jest/globals';
import { WITHHELD } from '../../../../src/measure/quotation.js';
import { quotedIn } from '../../../../src/measure/theory/find-judged-words.js';
import { sourceOf } from '../build.js';

const source = sourceOf('1.txt', {
  case: 'A1',
  said: [
    { speaker: 'Interviewer', role: 'interviewer', text: 'And the dinners?' },
    { speaker: 'Ann', text: 'We stopped going to dinners. The tea\nwe kept.' },
    { speaker: '梁生', text: '饭不吃了。茶照饮，开着门。' },
    { speaker: 'Ann', text: 'The tea we kept, I said.' },
    { speaker: 'Lin', text: 'They came for tea.' },
  ],
  turnAttribute: ({ speaker }, name) => (speaker === '梁生' && name === 'case' ? 'A4' : undefined),
  personal: new Set(['case']),
  included: ({ role }) => role !== 'interviewer',
  quotable: ({ speaker }) => speaker !== 'Lin',
});

/** What is quoted for words of a case: the line, the speaker, what is said; nothing where they are not found. */
function quoted(of: string, words: string): unknown[] {
  return [...quotedIn(source, [{ case: of, name: 'tea', words }])].flatMap(([, quotation]) => [
    quotation.line,
    quotation.speaker,
    quotation.pieces.map(({ text }) => text).join(''),
  ]);
}

describe('the words that a judgement quotes', () => {
  it('are cited from where they stand first in their case, whatever the white space', () => {
    expect(quoted('A1', 'The tea we kept')).toEqual([3, 'Ann', 'The tea\nwe kept']);
    expect(quoted('A4', '茶照饮')).toEqual([6, '梁生', '茶照饮']);
  });

  it('come with what was left out of them', () => {
    expect(quoted('A1', 'We stopped … we kept')).toEqual([3, 'Ann', 'We stopped going to dinners. The tea\nwe kept']);
  });

  it('are withheld where their speaker did not consent', () => {
    expect(quoted('A1', 'They came')).toEqual([10, 'Lin', WITHHELD]);
  });

  it.each([
    ['A1', '茶照饮', 'somebody of another case says them'],
    ['A1', 'And the dinners', 'the turn is left out'],
    ['A1', 'we kept … We stopped', 'they stand in another order'],
    ['A1', 'no such words', 'nobody says them'],
    ['A1', '…', 'there are none'],
  ])('of %s are not cited: %s (%s)', (of, words) => {
    expect(quoted(of, words)).toEqual([]);
  });
});
