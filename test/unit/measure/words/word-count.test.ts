import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addWords, createWordTally, frequentWords, mergeWords } from '../../../../src/measure/words/word-count.js';
import { type SourceOptions, sourceOf } from '../build.js';

const source = (name: string, texts: readonly string[], more: Partial<SourceOptions> = {}) =>
  sourceOf(name, { said: texts.map((text) => ({ speaker: 'R', text })), ...more });

const tallyOf = (...sources: readonly ReturnType<typeof source>[]) => {
  const tally = createWordTally();
  for (const one of sources) addWords(tally, one);
  return tally;
};

const listed = (tally: ReturnType<typeof tallyOf>, least = 1, except: readonly string[] = []) =>
  frequentWords(tally, least, new Set(except)).map(({ word, count, sources, cases }) => [word, count, sources, cases]);

describe('words by frequency', () => {
  it('say how often they stand, and in how many sources and cases', () => {
    const tally = tallyOf(
      source('a', ['Trust the grant.', 'TRUST it.'], { case: 'A' }),
      source('b', ['Trust in grants.'], { case: 'A' }),
    );
    expect(listed(tally)).toEqual([
      ['trust', 3, 2, 1],
      ['grant', 1, 1, 1],
      ['grants', 1, 1, 1],
    ]);
    expect(listed(tally, 2)).toEqual([['trust', 3, 2, 1]]);
    expect(listed(tally, 1, ['trust', 'grants'])).toEqual([['grant', 1, 1, 1]]);
    expect(tally.length).toBe(8);
  });

  it('leave out runs of ideographs that only stand within one longer run', () => {
    const tally = tallyOf(source('a', ['购买服务。', '购买服务。', '服务。']));
    expect(listed(tally, 2)).toEqual([
      ['服务', 3, 1, 1],
      ['购买服务', 2, 1, 1],
    ]);
  });

  it('count neither turns that are left out nor those whose speakers may not be quoted', () => {
    const told = (included: boolean) =>
      tallyOf(
        source('a', ['trust', 'secret', 'noise'], {
          included: ({ index }) => index < 2 || included,
          quotable: ({ index }) => index !== 1,
        }),
      );
    expect(told(false)).toMatchObject({ length: 1, withheld: 1 });
    expect(listed(told(false))).toEqual([['trust', 1, 1, 1]]);
    expect(listed(told(true)).map(([word]) => word)).toEqual(['noise', 'trust']);
  });

  const text = fc
    .array(fc.constantFrom('资', '金', '服', '务', '。', ' aid'), { maxLength: 12 })
    .map((all) => all.join(''));
  const texts = fc.array(fc.array(text, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 });

  it('count every place of a word, whichever sources are read together', () => {
    fc.assert(
      fc.property(texts, fc.nat(4), (all, cut) => {
        const sources = all.map((turns, i) => source(`s${i}`, turns, { case: `c${i % 2}` }));
        const whole = tallyOf(...sources);
        const halves = tallyOf(...sources.slice(0, cut));
        mergeWords(halves, tallyOf(...sources.slice(cut)));
        expect(frequentWords(halves, 1, new Set())).toEqual(frequentWords(whole, 1, new Set()));
        const placesIn = (turns: readonly string[], word: string) =>
          turns.reduce((sum, turn) => sum + [...turn].filter((_, at) => turn.startsWith(word, at)).length, 0);
        for (const [word, { count, sources: having, cases }] of whole.words) {
          const places = all.map((turns) => placesIn(turns, word));
          expect(count).toBe(places.reduce((a, b) => a + b, 0));
          expect(having).toBe(places.filter((n) => n > 0).length);
          expect(cases.size).toBe(new Set(places.flatMap((n, i) => (n > 0 ? [i % 2] : []))).size);
        }
      }),
      { seed: 5, numRuns: 200 },
    );
  });
});
