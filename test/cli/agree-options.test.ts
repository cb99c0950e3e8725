import { afterAll, describe, expect, it } from '@jest/globals';
import { BOTH, comparedStudy } from './compared-study.js';
import { folderWith, qcode, removeFolders } from './run.js';

afterAll(removeFolders);

const RATED = ['--ratings', 'r.csv'];
const table = (): string => folderWith({ 'r.csv': 'source,unit,ann,bo\nA,1,a,a\nA,2,a,b\nB,1,b,b\n' });
const brat = (): string =>
  folderWith({
    'x/ann/a.txt': 'abc def',
    'x/ann/a.ann': 'T1\tP 0 3\tabc\n',
    'x/ann/b.txt': 'abc',
    'x/ann/b.ann': '',
    'x/bo/a.txt': 'abc def',
    'x/bo/a.ann': 'T1\tP 4 7\tdef\n',
    'x/bo/b.txt': 'abc',
    'x/bo/b.ann': '',
  });
const study = (): string => comparedStudy(BOTH, { 'd.csv': 'source,start,end,decision\n' });

const cases: readonly (readonly [folder: () => string, words: readonly string[], says: string])[] = [
  ...[
    ['--speaker', 'x'],
    ['--case', 'x'],
    ['--role', 'other'],
    ['--where', 'x=y'],
    ['--exclude-role', 'other'],
    ['--include-interviewer'],
    ['--round', '9'],
    ['--not-blind'],
    ['--whole-sources'],
    ['--after-adjudication'],
    ['--unit', 'line'],
  ].map((words) => [table, [...RATED, ...words], `${words[0]!} does not go with --ratings`] as const),
  ...[
    ['--speaker', 'x'],
    ['--round', '1'],
    ['--where', 'x=y'],
    ['--codebook', 'c.yaml'],
  ].map((words) => [brat, ['--brat', 'x', ...words], `${words[0]!} does not go with --brat`] as const),
  ...[
    ['-o', 'x.csv'],
    ['--format', 'csv'],
    ['--fail-under', 'alpha:0.9'],
    ['--code', 'money'],
  ].map(
    (words) =>
      [
        study,
        ['--adjudicate', 'd.csv', ...words],
        `${words[0] === '-o' ? '--output' : words[0]!} does not go with --adjudicate`,
      ] as const,
  ),
  [table, [...RATED, '--by', 'code', '--confusion'], '--by and --confusion exclude each other'],
  [table, [...RATED, '--brat', 'x'], '--ratings and --brat exclude each other'],
  [table, [...RATED, '--fail-under', 'alpha:0.7', '--by', 'code'], '--fail-under does not go with --by'],
  ...[['--by', 'source'], ['--by', 'round'], ['--by', 'coders'], ['--confusion'], ['--disagreements']].flatMap(
    (view) => [
      [table, [...RATED, ...view, '--resamples', '500'], `--resamples does not go with ${view.join(' ')}`] as const,
      [table, [...RATED, ...view, '--seed', '5'], `--seed does not go with ${view.join(' ')}`] as const,
    ],
  ),
  [table, [...RATED, '--open'], '--open does not go with --ratings'],
  [study, ['--open'], '--open belongs to --disagreements'],
  [study, ['--dry-run'], '--dry-run belongs to --adjudicate'],
  ...['alpha:2', 'alpha:-3', 'percent:-0.5', 'cohen:-1.01'].map(
    (bound) =>
      [table, [...RATED, '--fail-under', bound], `the bound of --fail-under ${bound} always or never holds`] as const,
  ),
];

describe('agree refuses what it would pass over', () => {
  it.each(cases.map(([folder, words, says]) => [says, words.join(' '), folder, words] as const))(
    '%s: %s',
    (says, _, folder, words) => {
      const { stdout, stderr, code } = qcode(folder(), ['agree', ...words]);
      expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
      expect(stderr).toContain(says);
    },
  );

  it('a measure of segments, of ratings: it names those there are', () => {
    const { stderr } = qcode(table(), ['agree', ...RATED, '--fail-under', 'u-alpha:0.7', '-o', 'out.csv']);
    expect(stderr).toContain('There are percent');
    expect(stderr).not.toContain('f1-');
  });
});

describe('--source', () => {
  const units = (folder: string, ...words: string[]): string =>
    /^units,(\d+)/m.exec(qcode(folder, ['agree', ...words, '--format', 'csv']).stdout)?.[1] ?? '';

  it('chooses among the sources of a table', () => {
    const folder = table();
    expect([units(folder, ...RATED), units(folder, ...RATED, '--source', 'A')]).toEqual(['3', '2']);
    expect(qcode(folder, ['agree', ...RATED, '--source', 'A']).stdout).toContain('only the source A');
  });

  it('which wants a column source, and one of that name', () => {
    const folder = folderWith({ 'r.csv': 'unit,ann,bo\n1,a,a\n' });
    expect(qcode(folder, ['agree', ...RATED, '--source', 'A']).stderr).toContain(
      'has no column "source" to choose sources by',
    );
    expect(qcode(table(), ['agree', ...RATED, '--source', 'C']).stderr).toContain(
      'the table has no unit of these sources; it has A, B',
    );
  });

  it('and among the documents of brat', () => {
    const folder = brat();
    expect([units(folder, '--brat', 'x'), units(folder, '--brat', 'x', '--source', 'b')]).toEqual(['2', '1']);
    expect(qcode(folder, ['agree', '--brat', 'x', '--source', 'c']).code).toBe(2);
  });
});
