import { describe, expect, it } from '@jest/globals';
import { partsOf } from '../../../../src/measure/theory/find-judged-words.js';
import { addToQuoted, createQuoted, mergeQuoted } from '../../../../src/measure/theory/quoted-nowhere.js';
import { sourceOf } from '../build.js';

const first = sourceOf('1.txt', {
  case: 'A1',
  said: [
    { speaker: 'Interviewer', role: 'interviewer', text: 'Did you go to the dinners?' },
    { speaker: 'Ann', text: 'We stopped going to dinners, and\nthe tea we kept.' },
    { speaker: '梁生', text: '饭不吃了。茶照饮，开着门。' },
  ],
  turnAttribute: ({ speaker }, name) => (speaker === '梁生' && name === 'case' ? 'A4' : undefined),
  personal: new Set(['case']),
  included: ({ role }) => role !== 'interviewer',
});
const second = sourceOf('2.txt', { case: 'A1', said: [{ speaker: 'Ann', text: 'The tea is gone as well.' }] });

function isFound(name: string, words: string): boolean {
  const [one, other] = [first, second].map((source) => {
    const tally = createQuoted({ quotations: [{ case: name, name: 'tea', words }] });
    addToQuoted(tally, source);
    return tally;
  });
  mergeQuoted(one!, other!);
  expect([...one!.cases].sort()).toEqual(['A1', 'A4']);
  return one!.found.has(0);
}

describe('the words of a judgement', () => {
  it.each([
    ['A1', 'We stopped going to dinners', 'as they stand'],
    ['A1', 'dinners, and the tea we kept', 'whatever the white space'],
    ['A1', 'The tea is gone', 'in any source of the case'],
    ['A1', 'go to the dinners', 'also of those whose words are not counted'],
    ['A1', 'We stopped … the tea we kept.', 'with something left out'],
    ['A1', 'We stopped [...] tea we kept', 'with something left out'],
    ['A4', '饭不吃了……开着门', 'with something left out'],
  ])('of %s are found: %s (%s)', (name, words) => {
    expect(isFound(name, words)).toBe(true);
  });

  it.each([
    ['A1', 'We gave up the dinners', 'nobody said so'],
    ['A1', '茶照饮', 'another case said it'],
    ['A4', 'the tea we kept', 'another case said it'],
    ['A1', 'We stopped going … gone as well', 'they stand in two sources'],
    ['A1', 'the tea we kept … We stopped going', 'they stand in another order'],
    ['A9', 'the tea we kept', 'there is no such case'],
  ])('of %s are not found: %s (%s)', (name, words) => {
    expect(isFound(name, words)).toBe(false);
  });

  it('are parted where something is left out', () => {
    expect(partsOf('… one two... three（……）四 ')).toEqual(['one two', 'three', '四 ']);
  });
});
