import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { loggedStudy } from './logged-study.js';
import { folderWith, qcode, removeFolders } from './run.js';

/*
 * Five agencies in Chinese with four answers each, four in English with two, one without a size. Answers with money:
 *
 *   zh small  Z1 3/4  Z2 2/4             en small  E1 1/2  E2 1/2
 *      large  Z3 1/4  Z4 0/4  Z5 1/4        large  E3 0/2  E4 1/2
 *
 * zh, large less small: 1/6 − 5/8 = −11/24, farther than the 9 other ways to choose three of five: p = 1/10, the smallest.
 * en: 1/4 − 1/2; of 6 ways none is nearer to 0, as one of four has none: p = 1, the smallest 2/6. δ = −2/4, two pairs tie.
 * trust has no rule: ann read Z1 to Z4 and laid it once, in Z1. Z5 and the English were not read: not 0.
 * Interviewers say money too; that is nobody's answer.
 */
const zh = (...answers: string[]): string =>
  `---\nlanguage: zh\n---\n${answers.map((answer) => `访谈者：钱呢？\n答：${answer}\n`).join('')}`;
const en = (...answers: string[]): string =>
  `---\nlanguage: en\n---\n${answers.map((answer) => `Interviewer: Money?\nRespondent: ${answer}\n`).join('')}`;
const FILES = {
  'qcode.yaml': 'title: Ten\nanalysis: all\n',
  'codebook.yaml': 'codes:\n  - id: money\n    keywords: [money, 钱]\n  - id: trust\n',
  'cases.csv':
    'case,agency,size,language\nZ1,甲,small,zh\nZ2,乙,small,zh\nZ3,丙,large,zh\nZ4,丁,large,zh\nZ5,戊,large,zh\nE1,Ash,small,en\nE2,Birch,small,en\nE3,Cedar,large,en\nE4,Elm,large,en\nN1,Fir,,en\n',
  'transcripts/Z1/a.txt': zh('钱不够，要靠信任。', '还是钱。', '钱。', '没有了。'),
  'transcripts/Z2/a.txt': zh('钱。', '还是钱。', '不。', '没有了。'),
  'transcripts/Z3/a.txt': zh('钱。', '好。', '不。', '没有了。'),
  'transcripts/Z4/a.txt': zh('人。', '好。', '不。', '没有了。'),
  'transcripts/Z5/a.txt': zh('人。', '好。', '不。', '钱。'),
  'transcripts/E1/a.txt': en('We want money.', 'We work.'),
  'transcripts/E2/a.txt': en('We work.', 'Money and money.'),
  'transcripts/E3/a.txt': en('We work.', 'Nothing else.'),
  'transcripts/E4/a.txt': en('Money counts.', 'We work.'),
  'transcripts/N1/a.txt': en('Money counts.', 'We work.'),
};
const read = { at: '2026-03-01T00:00:00Z', code: 'trust' };
const LOGS = {
  ann: {
    'transcripts/Z1/a.txt': [{ ...read, words: '要靠信任' }],
    ...Object.fromEntries(
      ['Z2', 'Z3', 'Z4'].map((name) => [`transcripts/${name}/a.txt`, [{ ...read, code: 'money', words: '没有了' }]]),
    ),
  },
};

let study = '';
beforeAll(() => {
  // Laid and taken back: ann looked there, and nothing is left.
  const taken = Object.fromEntries(
    Object.entries(LOGS.ann).map(([source, entries]) => [
      source,
      entries.flatMap((entry) => (entry.code === 'money' ? [{ at: entry.at }] : [entry])),
    ]),
  );
  study = loggedStudy(FILES, { ann: taken });
});
afterAll(removeFolders);

const run = (...words: string[]) => qcode(study, ['frequency', ...words]);
function out(...words: string[]): string {
  const { stdout, stderr, code } = run(...words);
  // CSV has no place for the tests over segments, and says so.
  expect({ stderr: stderr.replace(/^note: χ², G² and V are .*\n/, ''), code }).toEqual({ stderr: '', code: 0 });
  return stdout;
}
const csv = (...words: string[]): Record<string, string>[] =>
  parse(out(...words, '--format', 'csv'), { columns: true });
const numbers = (row: Record<string, string>, ...keys: string[]) =>
  keys.map((key) => (row[key] === '' ? null : Number(row[key])));
const FIGURES = ['units:large', 'mean:large', 'units:small', 'mean:small', 'difference', 'cliffs_delta'];
const TESTS = ['p', 'smallest_p', 'adjusted_p', 'allocations'];

describe('qcode frequency --test', () => {
  it('compares the share of turns between groups of cases, in each language by itself', () => {
    const rows = csv('--test', '--by', 'size');
    expect(rows.map(({ language, code }) => `${language} ${code}`)).toEqual([
      'en money',
      'en trust',
      'zh money',
      'zh trust',
    ]);
    const [enMoney, enTrust, zhMoney, zhTrust] = rows as [
      Record<string, string>,
      Record<string, string>,
      Record<string, string>,
      Record<string, string>,
    ];
    const close = (found: (number | null)[], expected: readonly (number | null)[]): void => {
      expect(found.map((one) => one === null)).toEqual(expected.map((one) => one === null));
      found.forEach((one, i) => one !== null && expect(one).toBeCloseTo(expected[i]!, 10));
    };
    close(numbers(zhMoney, ...FIGURES, ...TESTS), [3, 50 / 3, 2, 62.5, -1100 / 24, -1, 0.1, 0.1, 0.3, 10]);
    close(numbers(enMoney, ...FIGURES, ...TESTS), [2, 25, 2, 50, -25, -0.5, 1, 1 / 3, 1, 6]);
    close(numbers(zhTrust, ...FIGURES, ...TESTS), [2, 0, 2, 12.5, -12.5, -0.5, 1, 1 / 3, 1, 6]);
    close(numbers(enTrust, ...FIGURES), [0, null, 0, null, null, null]);
    close(numbers(enTrust, ...TESTS), [null, null, null, null]);
    expect(enTrust['remark']).toBe('looked for in too few');
  });

  it('says what is the unit, what was left out, and the smallest p, in the terminal and in Markdown', () => {
    for (const format of ['table', 'markdown']) {
      const text = out('--test', '--by', 'size', '--format', format).replace(/\s+/g, ' ');
      expect(text).toContain('The unit is the case, not the segment.');
      expect(text).toContain('Filters: turns of interviewers left out.');
      expect(text).toContain('Left out: 1 case without size.');
      expect(text).toContain('zh: large 3, small 2');
      expect(text).toContain('Each language is tested by itself');
      expect(text).toContain('Groups of these sizes cannot give p ≤ 0.05: the smallest is 0.100.');
      expect(text).toContain('over 3 tests');
    }
  });

  it('says of p over several groups that it has one tail', () => {
    const said = (groups: readonly string[]): string => {
      const of = groups.flatMap((group) => [1, 2].map((n) => ({ group, name: `${group}${n}` })));
      const folder = folderWith({
        'qcode.yaml': 'title: Groups\n',
        'codebook.yaml': 'codes:\n  - id: money\n    keywords: [money]\n',
        'cases.csv': `case,kind\n${of.map(({ group, name }) => `${name},${group}`).join('\n')}\n`,
        ...Object.fromEntries(
          of.map(({ name }, i) => [`transcripts/${name}/a.txt`, `R: ${i % 3 ? 'Money.' : 'Work.'}\n\nR: Work.\n`]),
        ),
      });
      const { stdout, stderr } = qcode(folder, ['frequency', '--by', 'kind', '--test']);
      expect(stderr).toBe('');
      return stdout.replace(/\s+/g, ' ');
    };
    const [two, three] = [said(['x', 'y']), said(['x', 'y', 'z'])];
    expect(two).toContain('p (difference): permutation test, two-sided: the share of the allocations');
    expect(three).toContain(
      'p (η²): permutation test: the share of the allocations to the groups with so large an η² or a larger one. Allocations: all (exact).',
    );
    expect(three).not.toContain('two-sided');
    expect(two).not.toContain('η²');
  });

  it('fits 80 columns without losing p and the smallest p', () => {
    const { stdout } = qcode(study, ['frequency', '--test', '--by', 'size'], { COLUMNS: '80' });
    const lines = stdout.split('\n');
    expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(80);
    expect(lines.filter((line) => line.startsWith('money'))).toHaveLength(2);
    expect(stdout).toMatch(/money .*-45\.8 +-1\.00 +0\.100 +0\.100 +0\.300/);
  });

  it('compares presence and rates where asked, rates never between languages', () => {
    const [presence] = csv('--test', '--by', 'size', '--compare', 'presence', '--code', 'money');
    expect(numbers(presence!, 'mean:large', 'mean:small', 'p')).toEqual([50, 100, 1]);
    const [rate] = csv('--test', '--by', 'size', '--compare', 'rate', '--code', 'money');
    // A sentence in 5 words of E1, and in 5 of E2; none in E3, one in 4 words of E4.
    expect(numbers(rate!, 'mean:large', 'mean:small', 'difference')).toEqual([125, 200, -75]);
    const refused = run('--test', '--by', 'language', '--compare', 'rate');
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('rates per words are not compared between languages');
  });

  it('between languages compares shares of turns, with a word of caution', () => {
    const [money] = csv('--test', '--by', 'language', '--code', 'money');
    expect(money).toMatchObject({ language: 'all', 'units:en': '5', 'units:zh': '5', allocations: '252' });
    expect(out('--test', '--by', 'language').replace(/\s+/g, ' ')).toContain('of keyword rules that find more in one');
  });

  it('adjusts over the codes that are asked about', () => {
    const rows = csv('--test', '--by', 'size', '--code', 'money');
    expect(rows.map((row) => numbers(row, 'p', 'adjusted_p'))).toEqual([
      [1, 1],
      [0.1, 0.2],
    ]);
  });

  it('is the same on threads, and JSON has what CSV has', () => {
    const words = ['--test', '--by', 'size', '--json'];
    const json = out(...words);
    expect(out(...words, '--jobs', '2')).toBe(json);
    const blocks = JSON.parse(json).sections[0].blocks as {
      columns: { key: string }[];
      rows: { cells: unknown[] }[];
    }[];
    const cells = blocks.flatMap(({ columns, rows }) =>
      rows.map((row) => row.cells[columns.findIndex(({ key }) => key === 'p')]),
    );
    expect(cells).toEqual(csv('--test', '--by', 'size').map(({ p }) => (p === '' ? null : Number(p))));
  });

  it('draws with a seed that is printed where there are too many allocations', () => {
    const files: Record<string, string> = {
      'codebook.yaml': 'codes:\n  - id: money\n    keywords: [money]\n',
      'qcode.yaml': 'title: Many\n',
    };
    let cases = 'case,agency,size\n';
    for (let i = 0; i < 24; i++) {
      cases += `C${i},A${i},${i % 2 === 0 ? 'even' : 'odd'}\n`;
      files[`transcripts/C${i}/a.txt`] = `R: ${i % 3 === 0 || i % 2 === 1 ? 'money' : 'work'}\nR: ${i % 5}\n`;
    }
    const many = folderWith({ ...files, 'cases.csv': cases });
    const of = (...words: string[]) =>
      parse(qcode(many, ['frequency', '--test', '--by', 'size', '--format', 'csv', ...words]).stdout, {
        columns: true,
      })[0] as unknown as Record<string, string>;
    const drawn = of('--seed', '7', '--permutations', '999');
    expect(drawn).toMatchObject({ allocations: '2704156', drawn: '999', smallest_p: '0.001' });
    expect(Number(drawn['p'])).toBeGreaterThanOrEqual(0.001);
    expect(of('--seed', '7', '--permutations', '999')).toEqual(drawn);
    expect(of('--seed', '8', '--permutations', '999')).not.toEqual(drawn);
    const { stdout } = qcode(many, ['frequency', '--test', '--by', 'size', '--seed', '7']);
    expect(stdout).toContain('seed 7');
  });
});

describe('qcode frequency --descriptive', () => {
  it('is titled for what it is, and has residuals and intervals over segments', () => {
    const text = out('--descriptive', '--by', 'size');
    expect(text).toContain('Descriptive: coded segments are not independent');
    const rows = csv('--descriptive', '--by', 'size');
    const [row] = rows.filter(({ language, code, column }) => `${language} ${code} ${column}` === 'zh money small');
    // As in the table of counts interviewers are in: 4 questions and 3 answers of Z1, 4 and 2 of Z2, in 38 characters.
    const [segments, words, rate, low, high] = numbers(row!, 'segments', 'words', 'rate', 'rate_low', 'rate_high');
    expect([segments, words]).toEqual([13, 38]);
    expect(rate).toBeCloseTo(13_000 / 38, 10);
    // Garwood (1936): 13 events are between 6.922 and 22.230.
    expect([(low! * 38) / 1000, (high! * 38) / 1000].map((one) => one.toFixed(3))).toEqual(['6.922', '22.230']);
    expect(rows.filter(({ code }) => code === 'trust').map(({ expected }) => expected)).toEqual(['', '', '', '']);
  });

  it('counts the segments of the table of counts', () => {
    const [counts] = csv('--by', 'size', '--code', 'money', '--where', 'language=zh');
    const cells = csv('--descriptive', '--by', 'size', '--code', 'money', '--where', 'language=zh');
    expect(cells.map(({ column, segments }) => [column, segments])).toEqual([
      ['large', counts!['large']],
      ['small', counts!['small']],
    ]);
  });
});

describe('options that do not go together', () => {
  it.each([
    [['--test', '--long'], '--long is of the table of counts'],
    [['--test', '--per', '1000words'], '--per is of the table of counts'],
    [['--test', '--descriptive'], '--test and --descriptive exclude each other'],
    [['--descriptive', '--rollup'], '--descriptive counts each coding once'],
    [['--unit', 'case'], '--unit wants --test'],
    [['--test', '--include-interviewer'], '--test compares what respondents say'],
    [['--test', '--role', 'interviewer'], '--test compares what respondents say'],
    [['--test', '--permutations', '5'], '--permutations wants a whole number from 99'],
    [['--test', '--by', 'sise'], 'Did you mean size?'],
  ])('%j', (words, says) => {
    const { stdout, stderr, code } = run(...words);
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
    expect(stderr).toContain(says);
  });
});
