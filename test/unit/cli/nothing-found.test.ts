import { describe, expect, it } from '@jest/globals';
import { nothingFound } from '../../../src/cli/nothing-found.js';

const read = { sources: 3, cases: 2, filters: [] };

describe('a search that finds nothing', () => {
  it('says in how many sources it looked, and what was left out of them', () => {
    expect(nothingFound('zebra', read).message).toBe('“zebra” is found nowhere in 3 sources');
    const filtered = { ...read, sources: 1, filters: ['turns of interviewers left out', 'only the case A1'] };
    expect(nothingFound('zebra', filtered)).toEqual({
      message: '“zebra” is found nowhere in 1 source (turns of interviewers left out; only the case A1)',
      remedy:
        'Try fewer letters, or zebra* for all words that begin so; --include-interviewer looks into questions too; fewer filters find more.',
    });
  });

  it.each([
    ['late payment', 'Try fewer words, or late* for all words that begin so.'],
    ['zebr*', 'Try fewer letters.'],
    ['資金鏈', 'Try fewer characters.'],
    ['=ICT', 'Try ICT, which is found in other case, width and script of Han too.'],
    ['/gr[ae]nt/i', 'Try words in place of the expression.'],
  ])('tells of a form of %s that finds more', (text, remedy) => {
    expect(nothingFound(text, read).remedy).toBe(remedy);
  });
});
