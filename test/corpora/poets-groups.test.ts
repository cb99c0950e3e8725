import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { qcode, removeFolders } from '../cli/run.js';
import { describeCorpus } from './corpus.js';
import { POETS, codesOfTurn, poetsStudy, speakerOf, turnsOf } from './poets-study.js';

afterAll(removeFolders);

/* Two women, three men; Devin Becker asks. */
const GROUP: Readonly<Record<(typeof POETS)[number], string>> = {
  wrigley: 'man',
  gluck: 'woman',
  armantrout: 'woman',
  mohammad: 'man',
  mcmichael: 'man',
};
const INTERVIEWER = ['DB', 'Devin Becker'];

describeCorpus('en-ohd-poets', (corpus) => {
  let folder = '';
  let codes: readonly string[] = [];

  beforeAll(() => {
    const asks = INTERVIEWER.map((name) => `  ${name}: interviewer\n`).join('');
    const rows = POETS.map((poet) => `transcripts/${poet}.txt,${poet},${GROUP[poet]}\n`).join('');
    ({ folder, codes } = poetsStudy(corpus, {
      'qcode.yaml': `title: Poets\nlanguage: en\nspeakers:\n${asks}`,
      'cases.csv': `source,case,gender\n${rows}`,
    }));
  });

  const test = (...words: string[]): Record<string, string>[] => {
    const { stdout, stderr, code } = qcode(folder, ['frequency', '--test', '--format', 'csv', ...words]);
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    return parse(stdout, { columns: true });
  };

  it('tags between two groups of interviews are what counting the table and trying all allocations gives', () => {
    const shares = (code: string): number[] =>
      POETS.map((poet) => {
        const answers = turnsOf(corpus, poet).filter((turn) => !INTERVIEWER.includes(speakerOf(turn)));
        return answers.filter((turn) => codesOfTurn(turn).includes(code)).length / answers.length;
      });
    const mean = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0) / list.length;
    const difference = (values: readonly number[], women: readonly number[]): number =>
      mean(values.filter((_, i) => !women.includes(i))) - mean(values.filter((_, i) => women.includes(i)));
    const pairs = POETS.flatMap((_, a) => POETS.flatMap((__, b) => (a < b ? [[a, b]] : [])));
    const rows = test('--by', 'gender');
    expect(rows.map(({ code }) => code).sort()).toEqual([...codes].sort());
    for (const row of rows) {
      const values = shares(row['code']!);
      const observed = difference(values, [1, 2]);
      expect([row['units:man'], row['units:woman'], row['language']]).toEqual(['3', '2', 'en']);
      expect(Number(row['mean:woman'])).toBeCloseTo(100 * mean([values[1]!, values[2]!]), 9);
      if (new Set(values).size === 1) {
        expect([row['p'], row['remark']]).toEqual(['', 'no variation']);
        continue;
      }
      const far = pairs.filter((women) => Math.abs(difference(values, women)) >= Math.abs(observed) - 1e-12);
      expect(Number(row['difference'])).toBeCloseTo(100 * observed, 9);
      expect(Number(row['p'])).toBeCloseTo(far.length / pairs.length, 12);
      expect([Number(row['smallest_p']), row['allocations']]).toEqual([0.1, '10']);
      expect(Number(row['adjusted_p'])).toBeGreaterThanOrEqual(Number(row['p']));
    }
  });

  it('between poets, one interview each, nothing is tested', () => {
    const { stdout, stderr, code } = qcode(folder, ['frequency', '--test', '--by', 'case']);
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
    expect(stderr).toContain('error QC460: no two groups of case have two sources each');
  });

  it('over segments, statistics are descriptive and agree with the table of counts', () => {
    const { stdout } = qcode(folder, ['frequency', '--descriptive', '--by', 'gender', '--json']);
    expect(stdout).toContain('Descriptive: coded segments are not independent');
    const cells = parse(qcode(folder, ['frequency', '--descriptive', '--by', 'gender', '--format', 'csv']).stdout, {
      columns: true,
    }) as unknown as Record<string, string>[];
    const counts = parse(qcode(folder, ['frequency', '--by', 'gender', '--format', 'csv']).stdout, {
      columns: true,
    }) as unknown as Record<string, string>[];
    expect(cells.map(({ code, column, segments }) => [code, column, segments])).toEqual(
      counts.flatMap(({ code, man, woman }) => [
        [code, 'man', man],
        [code, 'woman', woman],
      ]),
    );
  });
});
