import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { loggedStudy } from './logged-study.js';
import { type Run, folderWith, qcode, removeFolders } from './run.js';

/* What is counted together, over which units, and what a reader is told where that could mislead. */

const AT = '2026-01-02T03:04:05Z';
type Row = Record<string, string>;
const rowsOf = (run: Run): Row[] => parse(run.stdout, { columns: true });
const flowing = ({ stdout, stderr }: Run): string => `${stdout}${stderr}`.replace(/\s+/g, ' ');
afterAll(removeFolders);

describe('pairs of codes over several languages', () => {
  // In Chinese the codes are independent: one turn has both, one each, one none. In English there are none of them.
  let study = '';
  beforeAll(() => {
    study = folderWith({
      'qcode.yaml': 'title: Two\nunit: turn\nanalysis: rules\n',
      'codebook.yaml': 'codes:\n  - id: a\n    keywords: [甲乙]\n  - id: b\n    keywords: [丙丁]\n',
      'transcripts/zh.txt': '---\nlanguage: zh\n---\n答：甲乙丙丁。\n答：甲乙。\n答：丙丁。\n答：没有。\n',
      'transcripts/en.txt': '---\nlanguage: en\n---\nR: One.\nR: Two.\nR: Three.\nR: Four.\n',
    });
  });
  const pairs = (...words: string[]): Run => qcode(study, ['cooccurrence', ...words]);

  it('say that chance is pooled, in every format', () => {
    const pooled = pairs('--pairs', '--format', 'csv');
    expect(rowsOf(pooled)[0]).toMatchObject({ lift: '2', units: '8' });
    for (const run of [pooled, pairs('--pairs'), pairs('--measure', 'phi'), pairs('--pairs', '--json')])
      expect(flowing(run)).toContain('Languages are pooled (sources: en 1, zh 1)');
    expect(flowing(pairs('--measure', 'jaccard'))).not.toContain('pooled');
  });

  it('by language have the chance of each', () => {
    const run = pairs('--pairs', '--by', 'language', '--min-count', '0', '--format', 'csv');
    expect(rowsOf(run).map(({ group, lift, units }) => [group, lift, units])).toEqual([
      ['en', '', '4'],
      ['zh', '1', '4'],
    ]);
    expect(run.stderr).toBe('');
  });
});

describe('pairs of codes in sources that were not read to the end', () => {
  // ann saw the first four turns of eight: both codes, each of them, none. Nobody saw the other source.
  let study = '';
  const text = ['Ay bee.', 'Ay too.', 'Bee too.', 'Cee.', 'Dee.', 'Eff.', 'Gee.', 'Aitch.'];
  beforeAll(() => {
    const source = `---\nlanguage: en\n---\n${text.map((one) => `R: ${one}\n`).join('')}`;
    study = loggedStudy(
      {
        'qcode.yaml': 'title: Half\nunit: turn\nanalysis: all\n',
        'codebook.yaml':
          'codes:\n  - id: a\n  - id: b\n  - id: cee\n    keywords: [cee]\n  - id: dee\n    keywords: [dee]\n',
        'transcripts/a.txt': source,
        'transcripts/b.txt': source,
      },
      {
        ann: {
          'transcripts/a.txt': [
            ...text.slice(0, 4).map((seen) => ({ at: AT, seen })),
            { at: AT, words: 'Ay bee', code: 'a' },
            { at: AT, words: 'bee.', code: 'b' },
            { at: AT, words: 'Ay too', code: 'a' },
            { at: AT, words: 'Bee too', code: 'b' },
          ],
        },
      },
    );
  });
  const find = (list: readonly Row[], one: string, other: string): Row =>
    list.find((row) => row['code'] === one && row['with'] === other)!;

  it('count the units that were read, and all where rules of both codes ran', () => {
    const list = rowsOf(qcode(study, ['cooccurrence', '--pairs', '--min-count', '0', '--format', 'csv']));
    expect(find(list, 'a', 'b')).toMatchObject({ both: '1', first: '2', second: '2', units: '4', lift: '1', phi: '0' });
    expect(find(list, 'a', 'cee')).toMatchObject({ first: '2', second: '1', units: '4' });
    expect(find(list, 'cee', 'dee')).toMatchObject({ first: '2', second: '2', units: '16' });
    const sources = ['cooccurrence', '--pairs', '--unit', 'source', '--min-count', '0', '--format', 'csv'];
    expect(find(rowsOf(qcode(study, sources)), 'a', 'b')).toMatchObject({ both: '0', units: '0' });
    expect(find(rowsOf(qcode(study, sources)), 'cee', 'dee')).toMatchObject({ both: '2', units: '2' });
  });

  it('have one figure in the table, in the list and in --long', () => {
    const [first] = rowsOf(qcode(study, ['cooccurrence', '--measure', 'lift', '--format', 'csv']));
    expect(first).toMatchObject({ a: '', b: '1' });
    const long = rowsOf(qcode(study, ['cooccurrence', '--long', '--measure', 'lift', '--format', 'csv']));
    expect(find(long, 'a', 'b')['lift']).toBe('1');
    const p = rowsOf(qcode(study, ['cooccurrence', '--measure', 'fisher', '--format', 'csv']));
    expect(p[0]).toMatchObject({ a: '', b: '1' });
  });

  it('have rates over what was read', () => {
    const rows = rowsOf(qcode(study, ['frequency', '--descriptive', '--by', 'language', '--format', 'csv']));
    expect(rows.every(({ words, rate }) => words === '' && rate === '')).toBe(true);
    const cases = rowsOf(qcode(study, ['frequency', '--descriptive', '--by', 'source', '--format', 'csv']));
    const of = (code: string) => cases.find((row) => row['code'] === code && row['column'] === 'transcripts/a.txt')!;
    // Seven words in the four turns seen, eleven in all eight.
    expect([of('a')['words'], of('cee')['words']]).toEqual(['7', '11']);
  });
});

describe('pairs of overlapping segments', () => {
  let study = '';
  beforeAll(() => {
    study = loggedStudy(
      {
        'qcode.yaml': 'title: Over\nanalysis: manual\n',
        'codebook.yaml': 'codes:\n  - id: a\n  - id: b\n',
        'transcripts/a.txt': 'R: One two three.\n',
      },
      {
        ann: {
          'transcripts/a.txt': [
            { at: AT, words: 'One two three', code: 'a' },
            ...['One', 'two', 'three'].map((words) => ({ at: AT, words, code: 'b' })),
          ],
        },
      },
    );
  });

  it('say so where there are more of them than segments', () => {
    for (const words of [['--pairs'], ['--measure', 'dice'], ['--measure', 'conditional']])
      expect(flowing(qcode(study, ['cooccurrence', '--unit', 'overlap', ...words]))).toContain(
        'the figure is no share',
      );
  });

  it('have no measure against chance', () => {
    for (const words of [
      ['--measure', 'lift'],
      ['--pairs', '--measure', 'npmi'],
    ]) {
      const { code, stderr } = qcode(study, ['cooccurrence', '--unit', 'overlap', ...words]);
      expect(code).toBe(2);
      expect(stderr).toContain('over pairs of segments there is no N');
    }
  });
});

describe('sources whose language nobody declared', () => {
  const files = (header: (i: number) => string): Record<string, string> => ({
    'qcode.yaml': 'title: U\nunit: turn\nanalysis: rules\nexclude_roles: [interviewer]\n',
    'codebook.yaml': 'codes:\n  - id: money\n    keywords: [money]\n  - id: work\n    keywords: [work]\n',
    'cases.csv': `case,grp\n${[0, 1, 2, 3].map((i) => `C${i},${i < 2 ? 'g0' : 'g1'}\n`).join('')}`,
    ...Object.fromEntries(
      [0, 1, 2, 3].map((i) => [
        `transcripts/C${i}/a.txt`,
        `${header(i)}R: Money${i < 3 ? '' : ' and work'}.\nR: ${i % 2 ? 'Work' : 'Rest'}.\n`,
      ]),
    ),
  });

  it('are said to be undeclared, in the figures and by check', () => {
    const study = folderWith(files(() => ''));
    const run = qcode(study, ['frequency', '--test', '--by', 'grp', '--format', 'csv']);
    expect(rowsOf(run).map(({ language }) => language)).toEqual(Array(2).fill('spaced script (not declared)'));
    expect(run.stderr).toContain('Language not declared: 4 sources of spaced script');
    expect(qcode(study, ['check']).stdout).toContain('QC462: nobody says of which language this source is, nor of 3');
  });

  it('go with the one language declared in their script, however it is written', () => {
    const study = folderWith(files((i) => ['', '---\nlanguage: en\n---\n', '---\nlanguage: English\n---\n', ''][i]!));
    const run = qcode(study, ['frequency', '--test', '--by', 'grp', '--format', 'csv']);
    expect(rowsOf(run).map((row) => [row['language'], row['units:g0'], row['units:g1']])).toEqual([
      ['en', '2', '2'],
      ['en', '2', '2'],
    ]);
    expect(run.stderr).toContain('2 sources of spaced script, taken as en');
  });

  it('and whose interviewers nobody declared either', () => {
    const text = flowing(qcode(folderWith(files(() => '')), ['frequency', '--test', '--by', 'grp']));
    expect(text).toContain('No interviewer was recognised in 4 of 4 sources');
  });

  it('have no p of χ² or G² where expected counts are small', () => {
    const json = qcode(folderWith(files(() => '')), ['frequency', '--descriptive', '--by', 'grp', '--json']).stdout;
    const { columns, rows } = JSON.parse(json).sections[0].blocks[0] as {
      columns: { key: string }[];
      rows: { cells: unknown[] }[];
    };
    const cell = (key: string): unknown => rows[0]!.cells[columns.findIndex((column) => column.key === key)];
    expect([cell('chi_square_p'), cell('g_squared_p')]).toEqual([null, null]);
    expect([typeof cell('chi_square'), typeof cell('g_squared')]).toEqual(['number', 'number']);
    expect(cell('remark')).toBe('no p: expected counts too small');
  });

  it('names what was compared, in CSV too', () => {
    const study = folderWith(files(() => '---\nlanguage: en\n---\n'));
    const [row] = rowsOf(
      qcode(study, ['frequency', '--test', '--by', 'grp', '--compare', 'presence', '--format', 'csv']),
    );
    expect([row!['compare'], row!['unit'], row!['seed']]).toEqual(['presence', 'case', '1']);
  });
});

describe('groups of cases', () => {
  const study = (languages: readonly string[]): string =>
    folderWith({
      'qcode.yaml': 'title: G\nunit: turn\nanalysis: rules\n',
      'codebook.yaml': 'codes:\n  - id: money\n    keywords: [money]\n',
      'cases.csv': 'case,grp\nC0,g0\nC1,g0\nC2,g1\nC3,g1\nC4,g2\n',
      ...Object.fromEntries(
        languages.map((language, i) => [
          `transcripts/C${i}/a.txt`,
          `---\nlanguage: ${language}\n---\nR: ${i < 2 ? 'Money' : 'Rest'}.\nR: Rest.\n`,
        ]),
      ),
    });

  it('of which two are tested have a difference, though a third is shown', () => {
    const [row] = rowsOf(qcode(study(Array(5).fill('en')), ['frequency', '--test', '--by', 'grp', '--format', 'csv']));
    expect([row!['difference'], row!['cliffs_delta'], row!['eta_squared']]).toEqual(['50', '1', '']);
    const text = flowing(qcode(study(Array(5).fill('en')), ['frequency', '--test', '--by', 'grp']));
    expect(text).toContain('the two groups tested (g0 less g1)');
  });

  it('of one language each cannot be told from the languages', () => {
    const { stderr } = qcode(study(['en', 'en', 'de', 'de']), ['frequency', '--test', '--by', 'grp']);
    expect(stderr).toContain('each group of grp is of one language');
    expect(stderr).toContain('--by language');
  });
});
