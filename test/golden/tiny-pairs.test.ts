import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { qcode } from '../cli/run.js';

/* The whole command over the tiny study; every number is derived in tiny/README.md. */

type Pair = Record<string, string>;

function run(...words: string[]): string {
  const { stdout, stderr, code } = qcode('.', ['cooccurrence', '--study', 'test/golden/tiny', ...words]);
  // The study has two languages, which figures against chance say on stderr.
  expect({ stderr: stderr.replace(/^note: Languages are pooled .*\n/, ''), code }).toEqual({ stderr: '', code: 0 });
  return stdout;
}

const pairs = (...words: string[]): Pair[] => parse(run('--pairs', ...words, '--format', 'csv'), { columns: true });

const codes = (...ids: string[]): string[] => ids.flatMap((id) => ['--code', id]);
const nameOf = ({ code, with: other }: Pair): string => `${code!} ${other!}`;
const find = (list: readonly Pair[], name: string): Pair => list.find((pair) => nameOf(pair) === name)!;

const F_R = 'funding resources';
const G2 = 2 * (2 * Math.log(28 / 12) + 4 * Math.log(56 / 72) + 8 * Math.log(112 / 96));

describe('qcode cooccurrence --pairs in the tiny study', () => {
  const all = pairs('--min-count', '0');

  it('counts each pair over the sources in which somebody looked for both codes', () => {
    const counts = Object.fromEntries(
      all.map((pair) => [
        nameOf(pair),
        ['both', 'first', 'second', 'neither', 'units'].map((key) => Number(pair[key])),
      ]),
    );
    expect(counts).toEqual({
      [F_R]: [2, 6, 2, 8, 14],
      'late-payment resources': [1, 3, 2, 10, 14],
      'funding autonomy': [1, 6, 4, 5, 14],
      'late-payment autonomy': [0, 3, 4, 7, 14],
      'resources autonomy': [0, 2, 4, 8, 14],
      'funding link': [0, 1, 1, 3, 5],
      'late-payment link': [0, 1, 1, 3, 5],
      'resources link': [0, 1, 1, 3, 5],
      'autonomy link': [0, 1, 1, 3, 5],
    });
  });

  it('has every measure of a pair', () => {
    const expected = {
      jaccard: 2 / 6,
      dice: 4 / 8,
      lift: 7 / 3,
      pmi: Math.log2(7 / 3),
      npmi: Math.log2(7 / 3) / Math.log2(7),
      phi: 16 / Math.sqrt(1152),
      g2: G2,
      fisher: 15 / 91,
      conditional: 2 / 6,
      conditional_back: 1,
    };
    const pair = find(all, F_R);
    for (const [key, value] of Object.entries(expected)) expect([key, Number(pair[key])]).toEqual([key, near(value)]);
    expect(pair.remark).toBe('by the same words only');
    expect([pair.same_words, pair.cases]).toEqual(['2', '2']);
  });

  it('has limits at which the share lies 1.96 standard errors away', () => {
    const pair = find(all, F_R);
    const away = (limit: number, share: number, n: number): number =>
      Math.abs(share - limit) / Math.sqrt((limit * (1 - limit)) / n);
    for (const [key, share, n] of [
      ['jaccard', 2 / 6, 6],
      ['conditional', 2 / 6, 6],
    ] as const) {
      const [low, high] = [Number(pair[`${key}_low`]), Number(pair[`${key}_high`])];
      expect(low).toBeLessThan(share);
      expect(high).toBeGreaterThan(share);
      expect([away(low, share, n), away(high, share, n)]).toEqual([near(1.959963984540054), near(1.959963984540054)]);
    }
    const jaccard = [pair.jaccard_low, pair.jaccard_high].map(Number);
    expect([pair.dice_low, pair.dice_high].map(Number)).toEqual(jaccard.map((j) => near((2 * j) / (1 + j))));
    expect(Number(pair.conditional_back_low)).toEqual(near(2 / (2 + 1.959963984540054 ** 2)));
    expect(pair.conditional_back_high).toBe('1');
  });

  it('tests by Fisher, and adjusts over the pairs asked for', () => {
    const p = Object.fromEntries(all.map((pair) => [nameOf(pair), Number(pair.fisher)]));
    expect(p).toMatchObject({
      [F_R]: near(15 / 91),
      'funding autonomy': near(581 / 1001),
      'late-payment resources': near(36 / 91),
      'late-payment autonomy': near(184 / 364),
      'resources autonomy': near(1),
      'autonomy link': near(1),
    });
    const adjusted = (...ids: string[]) =>
      pairs('--min-count', '0', ...codes(...ids)).map((pair) => [nameOf(pair), Number(pair.fisher_bh)]);
    expect(adjusted('funding', 'resources', 'autonomy')).toEqual([
      [F_R, near(45 / 91)],
      ['funding autonomy', near(249 / 286)],
      ['resources autonomy', near(1)],
    ]);
    expect(adjusted('late-payment', 'resources', 'autonomy').slice(0, 2)).toEqual([
      ['late-payment resources', near(69 / 91)],
      ['late-payment autonomy', near(69 / 91)],
    ]);
  });

  it('lists what meets often enough, and adjusts over the others too', () => {
    expect(pairs().map(nameOf)).toEqual([F_R, 'late-payment resources', 'funding autonomy']);
    const asked = codes('funding', 'resources', 'autonomy');
    const [pair, ...rest] = pairs('--min-count', '2', ...asked);
    expect([nameOf(pair!), Number(pair!.fisher_bh), rest]).toEqual([F_R, near(45 / 91), []]);
    expect(run('--pairs', '--min-count', '2', ...asked)).toContain(
      'Not listed: 2 pairs that share fewer than 2 sentences',
    );
  });

  it('is sorted by the measure asked for, those without it last', () => {
    expect(pairs('--min-count', '0', '--measure', 'pmi').map(({ pmi }) => pmi !== '')).toEqual(
      [1, 1, 1, 0, 0, 0, 0, 0, 0].map(Boolean),
    );
    const fisher = pairs('--min-count', '0', '--measure', 'fisher').map((pair) => Number(pair.fisher));
    expect(fisher).toEqual([...fisher].sort((a, b) => a - b));
    const larger = pairs('--min-count', '0', '--measure', 'conditional').map((pair) =>
      Math.max(Number(pair.conditional), Number(pair.conditional_back)),
    );
    expect(larger).toEqual([...larger].sort((a, b) => b - a));
  });

  it('for each group is as for the group alone', () => {
    for (const [attribute, groups] of [
      ['type', ['provider', 'government']],
      ['agency', ['Harbour', '和里', 'Bureau']],
      ['role', ['respondent', 'other']],
    ] as const) {
      for (const unit of ['sentence', 'source', 'case', 'overlap']) {
        const words = ['--min-count', '0', '--unit', unit];
        const grouped = pairs(...words, '--by', attribute);
        expect(new Set(grouped.map(({ group }) => group))).toEqual(new Set(groups));
        for (const name of groups) {
          const own = grouped.filter(({ group }) => group === name).map(({ group: _, ...pair }) => pair);
          const only = attribute === 'role' ? ['--role', name] : ['--where', `${attribute}=${name}`];
          expect(own).toEqual(pairs(...words, ...only));
        }
      }
    }
  });

  it('says why there is no figure', () => {
    const grouped = pairs('--unit', 'case', '--by', 'type', '--min-count', '0');
    const of = (group: string): Pair[] => grouped.filter((pair) => pair.group === group);
    const tested = find(of('provider'), 'resources autonomy');
    expect([tested.both, tested.first, tested.second, tested.units]).toEqual(['1', '1', '2', '2']);
    expect([tested.phi, tested.fisher_bh, tested.remark]).toEqual(['', '', 'one of the codes is in no unit or in all']);
    const always = find(of('government'), F_R);
    expect([always.jaccard, always.npmi, always.phi]).toEqual(['1', '', '']);
    expect(always.remark).toContain('every unit has both codes');
    const unseen = find(of('government'), 'funding link');
    expect([unseen.both, unseen.fisher, unseen.remark]).toEqual(['', '', 'not looked at']);
  });

  it('rolled up pairs no code with one above it, and says so', () => {
    const rolled = pairs('--rollup', '--min-count', '0');
    expect(rolled.map(nameOf)).not.toContain('funding late-payment');
    expect([find(rolled, F_R).first, find(rolled, F_R).both]).toEqual(['7', '2']);
    const text = run('--pairs', '--rollup');
    expect(text).toContain('Not paired: a code with one above or below it in the codebook (1 such pair)');
    expect(text).toContain('presence counts for all codes above it');
  });

  it('of overlapping segments has no measure that needs all units, and no interval', () => {
    for (const pair of pairs('--unit', 'overlap', '--min-count', '0')) {
      for (const key of ['units', 'neither', 'lift', 'g2', 'fisher', 'fisher_bh', 'jaccard_low', 'conditional_high'])
        expect([key, pair[key]]).toEqual([key, '']);
    }
  });

  it('says what p is, whose codings, which units', () => {
    const text = run('--pairs').replaceAll('\n', ' ');
    expect(text).toContain('coded segments are not independent');
    expect(text).toContain('Benjamini–Hochberg over 9 pairs tested');
    expect(text).toContain('A sentence has a code when a coding overlaps it');
    expect(text).toContain('Analysis set: keyword hits and manual codings');
    expect(text).toContain('95% by Wilson');
  });
});

/** All but rounding. */
function near(value: number): number {
  return expect.closeTo(value, 12) as unknown as number;
}
