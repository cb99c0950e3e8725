import { afterAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { folderWith, qcode, removeFolders } from './run.js';

afterAll(removeFolders);

/** A table of ratings: of each source the pairs of cells. */
const ratings = (coders: string, ...sources: string[][]): string =>
  folderWith({
    'r.csv': [
      `source,unit,${coders}`,
      ...sources.flatMap((units, s) => units.map((cells, u) => `S${s},${u},${cells}`)),
      '',
    ].join('\n'),
  });
const rows = (folder: string, ...words: string[]): Record<string, string>[] => {
  const { stdout, code } = qcode(folder, ['agree', '--ratings', 'r.csv', '--format', 'csv', ...words]);
  expect(code).toBe(0);
  return parse(stdout, { columns: true });
};
const shown = (folder: string, ...words: string[]) => qcode(folder, ['agree', '--ratings', 'r.csv', ...words]);

/** Five sources; only one of them has a y: 0.8⁵ = 33 % of the draws have no variation. */
const RARE = ratings('a,b', ['x,x', 'x,y'], ...Array.from({ length: 4 }, () => ['x,x', 'x,x']));
/** Twelve sources that all vary. */
const MANY = ratings('a,b', ...Array.from({ length: 12 }, () => ['x,x', 'y,y', 'x,y']));
const THREE = ratings('ann,bo,cy', ...Array.from({ length: 6 }, () => ['x,x,y', 'y,x,y', 'x,x,x', 'y,y,y']));

describe('intervals of agreement', () => {
  it('are none where many draws leave the measure undefined, and the share is said', () => {
    const alpha = rows(RARE).find(({ measure }) => measure === 'alpha')!;
    expect([alpha['low'], alpha['high']]).toEqual(['', '']);
    expect(Number(alpha['undefined_resamples'])).toBeGreaterThan(0.25);
    expect(Number(alpha['undefined_resamples'])).toBeLessThan(0.4);
    expect(alpha['remark']).toMatch(/^no interval: undefined in 3\d\.\d% of draws$/);
    const [x] = rows(RARE, '--by', 'code');
    expect([x!['alpha_low'], x!['cohen_low']]).toEqual(['', '']);
    expect(x!['remark']).toBe(alpha['remark']);
    for (const columns of [[], ['--by', 'code']])
      expect(shown(RARE, ...columns).stdout.replace(/\s+/g, ' ')).toMatch(/undefined in 3\d\.\d/);
  });

  it('come with a caveat below 10 sources, and not at all below 5', () => {
    expect(shown(RARE).stdout).toContain('The intervals rest on 5 sources only');
    expect(shown(MANY).stdout).not.toContain('rest on');
    expect(rows(MANY).find(({ measure }) => measure === 'alpha')!['low']).not.toBe('');
    const few = ratings('a,b', ...Array.from({ length: 4 }, () => ['x,x', 'y,y', 'x,y']));
    expect(shown(few).stdout).toContain('No intervals: they draw whole sources, at least 5, and there are 4.');
    expect(rows(few).every(({ low, high }) => low === '' && high === '')).toBe(true);
  });

  it('want draws enough', () => {
    const { stderr, code } = shown(MANY, '--resamples', '99');
    expect([stderr, code]).toEqual([expect.stringContaining('--resamples wants at least 100, or 0'), 2]);
    expect(shown(MANY, '--resamples', '0').stdout).toContain('No intervals were asked for.');
  });
});

describe('κ of pairs among several coders', () => {
  it('is Cohen’s, in a column of its own, beside the names of the pair', () => {
    const pair = rows(THREE, '--by', 'code').find(({ code, coders }) => code === 'x' && coders === 'ann – bo')!;
    const alone = rows(THREE, 'ann', 'bo', '--by', 'code').find(({ code }) => code === 'x')!;
    expect(pair).toMatchObject({ first: 'ann', second: 'bo', fleiss: '', cohen: alone['cohen'] });
    const all = rows(THREE, '--by', 'code').find(({ code, coders }) => code === 'x' && coders === 'all')!;
    expect(all).toMatchObject({ first: '', second: '', cohen: '' });
    expect(all['fleiss']).not.toBe('');
  });
});

describe('tables of agreement', () => {
  it('leave chance of percent agreement empty, and give Do and De of every α', () => {
    const byId = new Map(rows(MANY).map((row) => [row['measure']!, row]));
    expect(byId.get('percent')!['expected']).toBe('');
    const [one, other] = ['alpha', 'alpha-masi'].map((id) => byId.get(id)!);
    for (const key of ['value', 'observed', 'do', 'de']) expect(Number(one![key])).toBeCloseTo(Number(other![key]), 12);
    expect(1 - Number(one!['do']) / Number(one!['de'])).toBeCloseTo(Number(one!['value']), 12);
  });

  it('have shares from 0 to 1, and say in JSON what they were made with', () => {
    expect(Number(rows(MANY, '--by', 'code')[0]!['prevalence'])).toBeCloseTo(0.5, 12);
    const { stdout } = shown(MANY, '--json', '--by', 'code', '--seed', '7');
    const { sections } = JSON.parse(stdout) as { sections: { blocks: { parameters: object }[] }[] };
    expect(sections[0]!.blocks[0]!.parameters).toMatchObject({
      ...{ file: 'r.csv', coders: ['a', 'b'], codes: [], resamples: 1000, seed: 7 },
    });
  });

  it('say of groups why there are no intervals, as it is', () => {
    expect(shown(THREE, '--by', 'coders').stdout).not.toContain('too few sources');
    expect(shown(THREE, '--by', 'source').stdout).toContain(
      'No intervals: they draw whole sources, and each row is one.',
    );
  });

  it('name the columns that a page has no room for', () => {
    const { stdout } = shown(THREE, '--by', 'code');
    expect(stdout).toContain('AC1');
    expect(stdout.replace(/\s+/g, ' ')).toMatch(/Left out on a page as narrow as this: [^.]*B–P/);
  });
});
