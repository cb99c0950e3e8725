import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import {
  ALONE_LEAST,
  BESIDE_DIFFERS,
  BOTH_DIFFER,
  CONTEXT,
  DOUBLED_DIFFERS,
  EDITS_BETTER,
  ENDS,
  ENOUGH,
  ENOUGH_WHOLE,
  GRAM,
  LIKE_ALONE,
  LIKE_BESIDE,
  LIKE_BETTER,
  SEED,
  STANDS_DIFFERS,
} from '../../../src/coding/thresholds.js';

/** Numbers that METHODS writes as words. */
const WORDS = new Map([
  [0.2, 'a fifth'],
  [0.5, 'half'],
  [4, 'four'],
  [6, 'six'],
  [7, 'seven'],
]);

it('METHODS gives the numbers by which quotations are found again', () => {
  const methods = readFileSync('METHODS.md', 'utf8').replace(/\s+/g, ' ');
  const section = /### Quotations found again (.*?) ## /.exec(methods)![1];
  const percent = (share: number): string => `${Math.round(100 * share)} %`;
  for (const said of [
    `${CONTEXT} characters a side`,
    `have ${ENOUGH} bytes`,
    `or ${ENOUGH_WHOLE} if that is all context`,
    `at most ${WORDS.get(BOTH_DIFFER)} of the context differs`,
    `at least ${WORDS.get(1 - STANDS_DIFFERS)} of the context on one side stands`,
    `within ${WORDS.get(EDITS_BETTER)} edits`,
    `differs on one side in at most ${percent(DOUBLED_DIFFERS)}`,
    `grams of ${WORDS.get(SEED)} bytes`,
    `${WORDS.get(LIKE_BESIDE)} alike beside context of which ${percent(1 - BESIDE_DIFFERS)} stands`,
    `else ${percent(LIKE_ALONE)} alike and of ${ALONE_LEAST} bytes`,
    `${percent(LIKE_BETTER)} liker than any other`,
    `Beyond ${2 * ENDS} characters`,
    `grams of ${WORDS.get(GRAM)} compared`,
  ])
    expect(section).toContain(said);
});
