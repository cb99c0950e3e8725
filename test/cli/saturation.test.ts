import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { loggedStudy } from './logged-study.js';
import { SMALL, folderWith, qcode, removeFolders } from './run.js';

/*
 * Four interviews of two agencies, two of them in Chinese. They were coded in the order c, a, d, b; `luck` was created in
 * d, and laid in c when the coder came back to it.
 *
 *        c   a   d   b
 * money  x   x   x       created in c
 * trust      x   x       created in a
 * luck   x       x       created in d
 * work               x   created in b
 */
const FILES = {
  'qcode.yaml': 'title: Four\nanalysis: all\n',
  'codebook.yaml':
    'codes:\n  - id: money\n    keywords: [money, 钱]\n    codes:\n      - id: trust\n      - id: luck\n  - id: work\n  - id: unused\n',
  'cases.csv': 'case,agency\nA1,Hope\nB1,和里\n',
  'transcripts/a.txt': '---\ncase: A1\ndate: 2026-02-03\nrank: 1\n---\nR: Money is all, and trust.\n',
  'transcripts/b.txt': '---\ncase: A1\ndate: 2026-02-01\nrank: 4\n---\nR: We work. And money came.\n',
  'transcripts/c.txt': '---\ncase: B1\ndate: 2026-02-02\nrank: 3\n---\n答：钱不够。靠运气。\n',
  'transcripts/d.txt': '---\ncase: B1\ndate: 2026-02-04\nrank: 2\n---\n答：钱要靠信任，也要靠运气。\n',
  'transcripts/e.txt': '---\ncase: B1\ndate: 2026-02-05\n---\n答：还没有人读过。\n',
};
const LOGS = {
  ann: {
    'transcripts/c.txt': [
      { at: '2026-03-01T00:00:00Z', words: '钱不够', code: 'money' },
      { at: '2026-03-09T00:00:00Z', words: '靠运气', code: 'luck' },
    ],
    'transcripts/a.txt': [
      { at: '2026-03-02T00:00:00Z', words: 'Money', code: 'money' },
      { at: '2026-03-02T01:00:00Z', words: 'trust', code: 'trust' },
    ],
    'transcripts/d.txt': [
      { at: '2026-03-03T00:00:00Z', words: '钱', code: 'money' },
      { at: '2026-03-03T00:00:00Z', words: '信任', code: 'trust' },
      { at: '2026-03-03T02:00:00Z', words: '运气', code: 'luck' },
    ],
    'transcripts/b.txt': [
      { at: '2026-03-04T00:00:00Z', words: 'We work', code: 'work' },
      { at: '2026-03-04T01:00:00Z', words: 'money', code: 'unused', id: 'gone' },
      { at: '2026-03-04T02:00:00Z', removes: ['gone'] },
    ],
  },
} as const;

let study = '';
beforeAll(() => {
  study = loggedStudy(FILES, LOGS);
});
afterAll(removeFolders);

const run = (...words: string[]) => qcode(study, ['saturation', ...words]);
const rows = (...words: string[]): Record<string, string>[] => {
  const { stdout, stderr, code } = run('--format', 'csv', ...words);
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  return parse(stdout, { columns: true });
};
const pick = (found: Record<string, string>[], ...keys: string[]) => found.map((row) => keys.map((key) => row[key]));

describe('qcode saturation', () => {
  it('counts codes where they were created, in the order of coding', () => {
    expect(pick(rows(), 'n', 'source', 'codes', 'new', 'total', 'new_codes')).toEqual([
      ['1', 'transcripts/c.txt', '2', '1', '1', 'money'],
      ['2', 'transcripts/a.txt', '2', '1', '2', 'trust'],
      ['3', 'transcripts/d.txt', '3', '1', '3', 'luck'],
      ['4', 'transcripts/b.txt', '1', '1', '4', 'work'],
    ]);
  });

  it('in the order listed and of an attribute, counts them in the first source that has them', () => {
    expect(pick(rows('--order', 'listed'), 'source', 'new', 'total')).toEqual([
      ['transcripts/a.txt', '2', '2'],
      ['transcripts/b.txt', '1', '3'],
      ['transcripts/c.txt', '1', '4'],
      ['transcripts/d.txt', '0', '4'],
    ]);
    expect(pick(rows('--order', 'date'), 'source', 'new')).toEqual([
      ['transcripts/b.txt', '1'],
      ['transcripts/c.txt', '2'],
      ['transcripts/a.txt', '1'],
      ['transcripts/d.txt', '0'],
    ]);
  });

  it('says which order other figures would have given', () => {
    // Of the codes of one source 2, 2, 3 and 1 of 4 are expected; of the codes 3, 2, 2 and 1 of 4 sources.
    const found = rows();
    expect(Number(found[0]!.expected)).toBeCloseTo((3 + 2 + 2 + 1) / 4, 12);
    // Two of four sources lack a code that y of them have in C(4-y, 2) of 6 draws: 0, 1, 1, 3.
    expect(Number(found[1]!.expected)).toBeCloseTo(4 - (0 + 1 + 1 + 3) / 6, 12);
    expect([found[3]!.expected, found[3]!.expected_sd]).toEqual(['4', '0']);
    expect(Math.abs(Number(found[1]!.orders_mean) - Number(found[1]!.expected))).toBeLessThan(0.1);
    const mean = (list: Record<string, string>[]) => pick(list, 'orders_mean');
    expect(mean(rows('--order', 'date'))).toEqual(mean(found));
    expect(mean(rows('--seed', '2'))).not.toEqual(mean(found));
  });

  it("gives Guest's runs, and n+r with its parameters", () => {
    // The base of two has 2 codes; each later source adds one: 1/2.
    expect(pick(rows('--base', '2', '--run', '1'), 'run_new', 'run_percent')).toEqual([
      ['', ''],
      ['', ''],
      ['1', '50'],
      ['1', '50'],
    ]);
    const found = run('--base', '2', '--run', '1', '--threshold', '50%').stdout;
    expect(found).toMatch(/Guest's n\+r: base 2, run 1, threshold 50\.0% +2\+1\n/);
    expect(run().stdout).toContain('Undefined: n+r (fewer sources than base and run).');
    expect(run('--base', '2', '--run', '1').stdout).toContain('n+r (no run meets the threshold)');
    expect(run('--order', 'listed', '--base', '1', '--run', '1', '--threshold', '0').stdout).toMatch(
      /Guest's.* 3\+1\n/,
    );
  });

  it('says when a later run fails again', () => {
    const of = (order: string): string =>
      run('--base', '1', '--run', '1', '--threshold', '0', '--order', order).stdout.replace(/\s+/g, ' ');
    // By rank a has 2 codes; d brings 1, c none, b 1. By date b has 1; c brings 2, a 1, d none.
    expect(of('rank')).toContain('threshold 0.0% 2+1 ');
    expect(of('rank')).toContain('Later runs exceed the threshold again: 4–4.');
    expect(of('date')).toContain('threshold 0.0% 3+1 ');
    expect(of('date')).not.toContain('Later runs');
  });

  it('counts as the base the codes that are new in it', () => {
    // c has money and luck by now; luck was created in d.
    const found = run('--base', '1', '--run', '1').stdout.replace(/\s+/g, ' ');
    expect(found).toContain('codes new in the base, the first 1 1 ');
    expect(found).toContain('has at most 5.0% of the codes new in the base, the first 1 (Guest');
  });

  it('gives them of cases', () => {
    // B1 comes first and A1 after it.
    expect(run('--by', 'case', '--base', '1', '--run', '1', '--threshold', '1').stdout).toMatch(/100\.0% +1\+1\n/);
  });

  it('estimates by Chao2 and coverage', () => {
    const { sections } = JSON.parse(run('--json').stdout) as {
      sections: { blocks: { kind: string; figures?: { key: string; value: number }[] }[] }[];
    };
    const figures = new Map(
      sections[0]!.blocks.find(({ kind }) => kind === 'figures')!.figures!.map(({ key, value }) => [key, value]),
    );
    // S = 4 of T = 4 sources, Q1 = 1 (work), Q2 = 2, U = 8: S + 3/4 · 1/4; 1 − 1/8 · A with A = 4·(3/16) / (4·(3/16) + 1).
    expect(figures.get('observed')).toBe(4);
    expect([figures.get('once'), figures.get('twice')]).toEqual([1, 2]);
    expect(figures.get('chao2')).toBeCloseTo(4 + 3 / 16, 12);
    expect(figures.get('coverage')).toBeCloseTo(100 * (1 - (1 / 8) * (0.75 / 1.75)), 10);
    expect(sections[0]!.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'figures', 'plot', 'table']);
  });

  it('says what it is and is not, whose codings, where nobody looked, and what was laid on coming back', () => {
    const words = run().stdout.replace(/\s+/g, ' ');
    for (const said of [
      'Counts of codes are not theoretical saturation',
      'Left out, as nobody looked for these codes there: 1 source (transcripts/e.txt).',
      '1 code was created later than in the first source of this order that now has it: luck.',
      'seed 1',
      'Analysis set: manual codings',
    ])
      expect(words).toContain(said);
    expect(words.toLowerCase()).not.toMatch(/saturated|saturation (is )?reached/);
  });

  it('plots the curve as wide as the terminal allows', () => {
    const { stdout } = qcode(study, ['saturation'], { COLUMNS: '60' });
    expect(stdout).toContain('* in this order');
    // One code, then two, three and four.
    const drawn = stdout.split('\n').filter((line) => /^ *\d? \|/.test(line));
    expect(drawn.map((line) => line.indexOf('*'))).toEqual([27, 19, 11, 3, -1]);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(60);
  });

  it('takes cases, by their names, in the order in which the first of their sources was coded', () => {
    // B1 has money, luck and trust, but trust was created in A1.
    expect(pick(rows('--by', 'case'), 'case', 'codes', 'new')).toEqual([
      ['B1', '3', '2'],
      ['A1', '3', '2'],
    ]);
    expect(run('--by', 'case').stdout).toContain('和里');
  });

  it('rolls up, and keeps to codes that are asked for', () => {
    expect(pick(rows('--rollup', '--code', 'money', '--order', 'listed'), 'source', 'codes')).toEqual([
      ['transcripts/a.txt', '1'],
      ['transcripts/b.txt', '0'],
      ['transcripts/c.txt', '1'],
      ['transcripts/d.txt', '1'],
    ]);
    expect(pick(rows('--code', 'work'), 'new')).toEqual([['0'], ['0'], ['0'], ['1']]);
  });

  it('counts rules only where they are asked for, and then as sources are listed', () => {
    const found = rows('--rules');
    expect(pick(found, 'source', 'codes', 'new')).toEqual([
      ['transcripts/a.txt', '1', '1'],
      ['transcripts/b.txt', '1', '0'],
      ['transcripts/c.txt', '1', '0'],
      ['transcripts/d.txt', '1', '0'],
      ['transcripts/e.txt', '0', '0'],
    ]);
    expect(run('--rules').stdout).toContain('(keyword hits)');
  });

  it('is the same on several threads', () => {
    expect(run('--jobs', '3').stdout).toBe(run().stdout);
  });
});

describe('what saturation cannot tell', () => {
  it.each([
    [['--order', 'coded', '--all'], 'the logs do not say when transcripts/e.txt was coded'],
    [['--order', 'age'], 'transcripts/a.txt, transcripts/b.txt, transcripts/c.txt, transcripts/d.txt have no age'],
    [['--base', '0'], '--base wants a whole number from 1, not "0"'],
    [['--run', 'x'], '--run wants a whole number from 1, not "x"'],
    [['--threshold', '7'], '--threshold wants a share such as 0.05 or 5%, not "7"'],
    [['--orders', '1000000'], '--orders takes at most 100000'],
    [['--coder', 'bob'], 'there are no codings of "bob"; there are those of ann'],
    [['--source', 'e'], 'no source has been coded yet'],
  ])('%j: %s', (words, message) => {
    const { stdout, stderr, code } = run(...words);
    expect([stdout, code]).toEqual(['', 2]);
    expect(stderr).toContain(message);
  });

  it('without codings by hand says what to do', () => {
    const { stderr, code } = qcode(folderWith(SMALL), ['saturation']);
    expect(code).toBe(2);
    expect(stderr).toContain('there are no codings by hand in this study');
    expect(stderr).toContain('qcode tag');
  });

  it('one source, one code and no code are no estimate', () => {
    const one = run('--source', 'a').stdout.replace(/\s+/g, ' ');
    expect(one).toContain('Chao2 (fewer than two sources or cases)');
    expect(one).toContain('n+r (fewer sources than base and run)');
    const none = run('--code', 'unused').stdout.replace(/\s+/g, ' ');
    expect(none).toContain('Chao2 (no code occurs)');
    expect(rows('--code', 'work', '--source', 'b')).toHaveLength(1);
  });

  it.each([
    [3, /95% from +3\.0\n95% to +\d/, 'Chao2 is a lower bound'],
    [5, /95% from +–\n95% to +–\n/, 'Undefined: the interval of Chao2 (the variance is not above 0).'],
  ])('%i codes in both of two sources: an interval holds the estimate, or there is none', (codes, limits, said) => {
    const words = ['money', 'trust', 'luck', 'work', 'fear'].slice(0, codes);
    const text = `R: ${words.join(' ')}\n`;
    const alike = folderWith({
      'qcode.yaml': 'title: Alike\n',
      'codebook.yaml': `codes:\n${words.map((id) => `  - id: ${id}\n    keywords: [${id}]\n`).join('')}`,
      'transcripts/a.txt': text,
      'transcripts/b.txt': text,
    });
    const { stdout } = qcode(alike, ['saturation', '--rules', '--base', '1', '--run', '1']);
    expect(stdout).toMatch(new RegExp(`Chao2: at least so many codes +${codes}\\.0\\n`));
    expect(stdout).toMatch(limits);
    expect(stdout.replace(/\s+/g, ' ')).toContain(said);
  });

  it('follows an edited coding to its first state, and a new code to its own time', () => {
    const edited = loggedStudy(
      { ...FILES },
      {
        ann: {
          'transcripts/a.txt': [
            { at: '2026-03-01T00:00:00Z', words: 'Money', code: 'money', id: 'm1' },
            { at: '2026-03-08T00:00:00Z', removes: ['m1'] },
            { at: '2026-03-08T00:00:00Z', words: 'Money is', code: 'money', id: 'm2', more: { was: 'm1' } },
            { at: '2026-03-09T00:00:00Z', words: 'trust', code: 'trust', id: 't1' },
          ],
          'transcripts/b.txt': [
            { at: '2026-03-02T00:00:00Z', words: 'money', code: 'money' },
            { at: '2026-03-02T00:00:00Z', words: 'work', code: 'trust' },
          ],
        },
      },
    );
    const { stdout } = qcode(edited, ['saturation', '--format', 'csv']);
    expect(pick(parse(stdout, { columns: true }), 'source', 'new_codes')).toEqual([
      ['transcripts/a.txt', 'money'],
      ['transcripts/b.txt', 'trust'],
    ]);
  });
});
