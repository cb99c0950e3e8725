import { describe, expect, it } from '@jest/globals';
import type { LaidCoding } from '../../../../src/coding/laid.js';
import { bindQuery } from '../../../../src/measure/query/bind.js';
import { parseQuery } from '../../../../src/measure/query/parse.js';
import { type Returned, sharingRelation } from '../../../../src/measure/query/returned.js';
import { querySelector } from '../../../../src/measure/query/select.js';
import { decode } from '../../../../src/text/utf8.js';
import { byHand, byRule, codebookOf, sourceOf, transcriptOf } from '../build.js';

const codebook = codebookOf([['trust'], ['money'], ['信任']]);
const SAID = [{ speaker: 'Ann', text: 'We trust the fund with money. Then it came late. 我们还是信任他们。' }];
const transcript = transcriptOf('a.txt', SAID);
const codings = [
  byRule(transcript, 0, 'We trust the fund with money.', 'trust'),
  { ...byHand(transcript, 1, 'the fund with money. Then it'), memos: ['m'] },
  byHand(transcript, 1, 'with money', 'ben'),
  byHand(transcript, 2, '还是信任', 'ben'),
  byHand(transcript, 2, '信任他们', 'ann'),
];
const source = sourceOf('a.txt', { said: SAID, codings });

function bound(text: string) {
  return bindQuery(parseQuery(text).value!, text, codebook).value!;
}

function returned(text: string, returns: Returned): readonly LaidCoding[] {
  const tools = { unit: 'sentence', found: () => [], inMemo: () => false, holds: () => true } as const;
  return querySelector({ query: bound(text), returns })(source, tools).codings;
}

const words = (all: readonly LaidCoding[]): string[] =>
  all.map(({ start, end }) => decode(transcript.text, start, end));

describe('what a query returns', () => {
  it.each<[query: string, returns: Returned, words: string[]]>([
    ['trust co-occurs money', 'segment', ['We trust the fund with money.']],
    ['trust co-occurs money', 'overlap', ['the fund with money.', 'with money']],
    ['trust encloses money', 'overlap', ['with money']],
    ['trust encloses money and coder != ann', 'overlap', ['with money']],
    ['money within trust', 'overlap', ['with money']],
    ['money overlapped-by trust', 'overlap', ['the fund with money.']],
    ['信任 overlaps 信任', 'overlap', ['信任']],
    ['money', 'unit', ['We trust the fund with money.', 'We trust the fund with money. Then it came late.']],
    ['信任', 'unit', ['我们还是信任他们。']],
  ])('%s, as %s', (query, returns, expected) => {
    expect(words(returned(query, returns))).toEqual(expected);
  });

  it('is one coding for each segment and code, of all who laid it', () => {
    expect(returned('信任', 'unit').map(({ coders }) => coders)).toEqual([['ann', 'ben']]);
  });

  it('keeps the hits within it', () => {
    expect(returned('trust co-occurs money', 'overlap').map(({ hits }) => hits)).toEqual([[], []]);
    expect(returned('trust', 'unit')[0]!.hits).toHaveLength(1);
  });

  it.each([
    ['trust co-occurs money', true],
    ['speaker = Ann and (trust within money) and coder = x', true],
    ['trust precedes money', false],
    ['trust near money', false],
    ['trust', false],
    ['trust co-occurs money or money', false],
    ['not trust co-occurs money', false],
    ['trust and money', false],
  ])('%s has parts that are shared: %p', (text, expected) => {
    expect(sharingRelation(bound(text).root) !== null).toBe(expected);
  });
});
