import { describe, expect, it } from '@jest/globals';
import type { CodedSource } from '../../../src/measure/coded-source.js';
import { compareGroups, testableLanguages } from '../../../src/measure/comparison/compare.js';
import { describeGroups } from '../../../src/measure/comparison/describe.js';
import {
  type ComparisonOptions,
  type ComparisonTally,
  addToComparison,
  createComparison,
  mergeComparison,
} from '../../../src/measure/comparison/tally.js';
import { type Statistic, comparedUnits, figureOf } from '../../../src/measure/comparison/units.js';
import { byHand, codebookOf, sourceOf, transcriptOf } from './build.js';

const MONEY = 0;
const GRANT = 1;
const codebook = codebookOf([['money'], ['grant', 'money'], ['trust']]);

const OPTIONS: ComparisonOptions = {
  by: 'size',
  groupBy: null,
  rollup: false,
  language: 'en',
  turns: 'respondents',
  everywhere: [false, false, false],
  words: true,
};

function tallyOf(sources: readonly CodedSource[], options: Partial<ComparisonOptions> = {}): ComparisonTally {
  const tally = createComparison(codebook, { ...OPTIONS, ...options });
  for (const source of sources) addToComparison(tally, source);
  return tally;
}

const said = [
  { speaker: 'I', role: 'interviewer', text: 'Any money?' },
  { speaker: 'R', text: 'No money at all.' },
  { speaker: 'R', text: 'A grant, then work, then work.' },
  { speaker: 'X', role: 'other', text: 'We agree.' },
  { speaker: 'R', text: 'Yes.' },
] as const;

/** A source of four turns of respondents, 13 words. */
function interview(name: string, more: Partial<CodedSource> = {}): CodedSource {
  const text = transcriptOf(name, said);
  const codings = [
    byHand(text, MONEY, 'Any money?'),
    byHand(text, MONEY, 'No money'),
    byHand(text, MONEY, 'money at all.'),
    byHand(text, GRANT, 'grant, then work'),
  ];
  return sourceOf(name, { said, codings, attributes: { size: 'large' }, ...more });
}

const unitOf = (tally: ComparisonTally, kind: 'source' | 'case' = 'source') =>
  comparedUnits(tally, kind, []).languages[0]!.units[0]!;
const figures = (tally: ComparisonTally, code: number, kind: 'source' | 'case' = 'source', everywhere = false) =>
  (['turns', 'presence', 'rate'] as Statistic[]).map((one) => figureOf(unitOf(tally, kind), code, one, everywhere));

describe('what a source has of a code', () => {
  it('is of turns that no interviewer speaks: each counts once, and words are theirs', () => {
    expect(figures(tallyOf([interview('a')]), MONEY)).toEqual([1 / 4, 1, 2000 / 13]);
    expect(figures(tallyOf([interview('a')]), 2)).toEqual([0, 0, 0]);
  });

  it('a coding over two turns is in both, and one segment', () => {
    const { transcript } = interview('a');
    const start = byHand(transcript, MONEY, 'No money').start;
    const { end } = byHand(transcript, MONEY, 'grant');
    const over = interview('a', { codings: [{ start, end, code: MONEY, hits: [], coders: ['ann'] }] });
    expect(figures(tallyOf([over]), MONEY)).toEqual([2 / 4, 1, 1000 / 13]);
  });

  it('rolled up counts a turn once, though code and code below are in it', () => {
    expect(figures(tallyOf([interview('a')], { rollup: true }), MONEY)).toEqual([2 / 4, 1, 3000 / 13]);
  });

  it('is undefined where nobody looked, and never 0', () => {
    const unseen = interview('a', { codings: [], lookedAt: (code) => code !== MONEY });
    expect(figures(tallyOf([unseen]), MONEY)).toEqual([null, null, null]);
    expect(figures(tallyOf([unseen]), GRANT)).toEqual([0, 0, 0]);
  });

  it('of a case leaves out the sources in which nobody looked; presence is then unknown', () => {
    const of = { case: 'A', lookedAt: (code: number) => code !== MONEY, codings: [] };
    const tally = tallyOf([interview('a', { case: 'A' }), interview('b', of)]);
    expect(figures(tally, MONEY, 'case')).toEqual([1 / 4, null, 2000 / 13]);
    expect(figures(tally, GRANT, 'case')).toEqual([1 / 8, 1, 1000 / 26]);
  });

  it('leaves out turns that coders did not read, unless rules read all', () => {
    const { transcript } = interview('a');
    const [, first] = transcript.turns;
    const half = interview('a', { seen: [{ start: first!.start, end: first!.end }] });
    expect(figures(tallyOf([half]), MONEY)).toEqual([1, null, 500]);
    expect(figures(tallyOf([half]), GRANT)).toEqual([0, null, 0]);
    const ruled = tallyOf([half], { everywhere: [true, true, true] });
    expect(figures(ruled, GRANT, 'source', true)).toEqual([1 / 4, 1, 1000 / 13]);
  });
});

describe('groups', () => {
  const of = (name: string, size: string, more: Partial<CodedSource> = {}) =>
    interview(name, { case: name, attributes: { size, language: 'en' }, ...more });

  it('are the values of the attribute; who has none is left out and counted', () => {
    const compared = comparedUnits(tallyOf([of('a', 'large'), of('b', ''), of('c', 'small')]), 'case', []);
    expect(compared).toMatchObject({ groups: ['large', 'small'], without: 1, straddling: [], covered: null });
    expect(compared.languages[0]!.units.map(({ name }) => name)).toEqual(['a', 'c']);
  });

  it('of people leave out the turns of those without the attribute', () => {
    const person = of('a', '', {
      personal: new Set(['size']),
      turnAttribute: ({ speaker }) => (speaker === 'R' ? 'large' : undefined),
    });
    const tally = tallyOf([person]);
    expect(comparedUnits(tally, 'case', [])).toMatchObject({ groups: ['large'], without: 0, partly: 1 });
    expect(figures(tally, MONEY, 'case')).toEqual([1 / 3, 1, 2000 / 11]);
  });

  it('in which a case stands twice are told', () => {
    const tally = tallyOf([of('a', 'large', { case: 'A' }), of('b', 'small', { case: 'A' })]);
    expect(comparedUnits(tally, 'case', []).straddling).toEqual([{ name: 'A', values: ['large', 'small'] }]);
    expect(comparedUnits(tally, 'source', []).straddling).toEqual([]);
  });

  it('of cases: the first one is compared, as in totals', () => {
    const typed = (name: string, type: string) => of(name, 'large', { attributes: { size: 'large', type } });
    const tally = tallyOf([typed('a', 'government'), typed('b', 'provider')], { groupBy: 'type' });
    const compared = comparedUnits(tally, 'case', ['provider', 'government']);
    expect(compared.covered).toBe('provider');
    expect(compared.languages[0]!.units.map(({ name }) => name)).toEqual(['b']);
  });

  it('are compared within a language only, a bilingual case in each of its languages', () => {
    const zh = { attributes: { size: 'large', language: 'zh-Hant' }, case: 'a' };
    const tally = tallyOf([of('a', 'large'), interview('a2', zh), of('b', 'small')]);
    const { languages } = comparedUnits(tally, 'case', []);
    expect(languages.map(({ language, units }) => [language, units.map(({ name }) => name)])).toEqual([
      ['en', ['a', 'b']],
      ['zh', ['a']],
    ]);
  });

  it('may be the languages themselves', () => {
    const zh = of('b', 'x', { attributes: { language: 'zh' } });
    const compared = comparedUnits(tallyOf([of('a', 'x'), zh], { by: 'language' }), 'case', []);
    expect(compared.groups).toEqual(['en', 'zh']);
    expect(compared.languages.map(({ language }) => language)).toEqual([null]);
  });

  it('of one are shown and not tested; with fewer than two larger ones there is no test', () => {
    const sources = [of('a', 'large'), of('b', 'large', { codings: [] }), of('c', 'small'), of('d', 'tiny')];
    const none = comparedUnits(tallyOf(sources), 'case', []);
    expect(testableLanguages(none)).toEqual([]);
    const compared = comparedUnits(tallyOf([...sources, of('e', 'small', { codings: [] })]), 'case', []);
    const [row] = compareGroups(compared, { statistic: 'turns', codes: [MONEY], everywhere: OPTIONS.everywhere });
    expect(row).toMatchObject({
      groups: [
        { units: 2, mean: 1 / 8 },
        { units: 2, mean: 1 / 8 },
        { units: 1, mean: 1 / 4 },
      ],
      // Over a, b, c and e alone, two groups whose means are the same.
      difference: 0,
      delta: 0,
      share: null,
      p: 1,
      smallest: 1 / 3,
      allocations: 6,
    });
  });

  it('merge as if one had read all', () => {
    const [a, b] = [of('a', 'large'), of('b', 'small')];
    const into = tallyOf([a]);
    mergeComparison(into, tallyOf([b]));
    expect(into).toEqual(tallyOf([a, b]));
  });
});

describe('descriptive statistics', () => {
  const of = (name: string, size: string, more: Partial<CodedSource> = {}) =>
    interview(name, { case: name, attributes: { size, language: 'en' }, ...more });

  it('count segments, and take into the table only codes that somebody looked for everywhere', () => {
    const { codings } = interview('c');
    const money = codings.filter(({ code }) => code === MONEY);
    const tally = tallyOf(
      [
        of('a', 'large'),
        of('b', 'small', { codings: [] }),
        sourceOf('c', {
          said,
          codings: money,
          attributes: { size: 'small', language: 'en' },
          lookedAt: (code) => code !== 2,
        }),
      ],
      { turns: 'all', everywhere: [true, true, true] },
    );
    const [described] = describeGroups(tally, [0, 1, 2], []);
    // money 3 and 3, grant 1 and 0: 7 · (3·0 − 3·1)² / (6·1·4·3).
    expect(described).toMatchObject({ language: 'en', counted: 2, segments: 7, values: ['large', 'small'] });
    expect(described!.chiSquare.value!.statistic).toBeCloseTo(7 / 8, 12);
    expect(described!.cramersV.value).toBeCloseTo(Math.sqrt(1 / 8), 12);
    const cellsOf = (code: number) => described!.cells.filter((cell) => cell.code === code);
    expect(cellsOf(0).map(({ segments, expected, words }) => [segments, expected, words])).toEqual([
      [3, 24 / 7, 15],
      [3, 18 / 7, 30],
    ]);
    expect(cellsOf(0)[0]!.residual).toBeCloseTo(-Math.sqrt(7 / 8), 12);
    expect(cellsOf(2).map(({ segments, expected, words }) => [segments, expected, words])).toEqual([
      [0, null, 15],
      [0, null, 15],
    ]);
  });
});
