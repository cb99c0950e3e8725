import { afterAll, describe, expect, it } from '@jest/globals';
import { INTERVIEW, coding, studyOf } from './coded-study.js';
import { SMALL, folderWith, qcode, removeFolders } from './run.js';

afterAll(removeFolders);

const ANN = { QCODE_CODER: 'ann' };

describe('codings list', () => {
  it('shows in its table which rows are answers to a rule', () => {
    const rejected = coding('v1', 'trust', 'We never trusted the office', { verdict: 'reject' });
    const folder = studyOf(INTERVIEW, { ann: [rejected] });
    const { stdout } = qcode(folder, ['codings', 'list']);
    expect(stdout).toMatch(/\bverdict\b.*\n/);
    expect(stdout).toMatch(/v1 .*\breject\b/);
    const plain = studyOf(INTERVIEW, { ann: [coding('c1', 'trust', 'We never trusted the office')] });
    expect(qcode(plain, ['codings', 'list']).stdout).not.toContain('verdict');
  });

  it('filters as figures do: a coding over several turns passes with any of them', () => {
    const folder = folderWith(SMALL);
    qcode(folder, ['codings', 'add', 'a', '--code', 'latent', '--line', '4:5'], ANN);
    const listed = (...words: string[]) =>
      qcode(folder, ['codings', 'list', '--format', 'jsonl', ...words]).stdout.split('\n').length - 1;
    const figure = (...words: string[]) =>
      qcode(folder, ['frequency', '--coder', 'ann', '--code', 'latent', '--format', 'csv', ...words]).stdout;
    for (const words of [
      ['--role', 'respondent'],
      ['--speaker', 'Respondent'],
      ['--exclude-role', 'interviewer'],
    ]) {
      expect(listed(...words)).toBe(1);
      expect(figure(...words)).toMatch(/^latent,1,1\b/m);
    }
    expect(listed('--role', 'interviewer')).toBe(1);
    expect(listed('--role', 'other')).toBe(0);
  });

  it('gives every memo back through a CSV file, whatever it begins with', () => {
    const memos = ["'=quoted", '=formula', "''-two", "'tis plain", '- a list'];
    const folder = folderWith(SMALL);
    for (const [i, memo] of memos.entries()) {
      const words = ['codings', 'add', 'a', '--code', 'latent', '--start', '45', '--end', String(46 + i)];
      expect(qcode(folder, [...words, `--memo=${memo}`], ANN).code).toBe(0);
    }
    const csv = qcode(folder, ['codings', 'list', '--format', 'csv']).stdout;
    const copy = folderWith({ ...SMALL, 'in.csv': csv });
    expect(qcode(copy, ['codings', 'import', 'in.csv']).stdout).toBe('5 codings stored in 1 log\n');
    const back = qcode(copy, ['codings', 'list', '--format', 'jsonl'])
      .stdout.trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { memo: string }).memo);
    expect(back).toEqual(memos);
  });
});

describe('two equal codings of one coder, as two writers at once leave them', () => {
  it('are found by check', () => {
    const words = 'We never trusted the office';
    const folder = studyOf(INTERVIEW, { ann: [coding('c1', 'trust', words), coding('c2', 'trust', words)] });
    expect(qcode(folder, ['check']).stdout).toContain(
      'codings/ann/transcripts/a.txt.jsonl: warning QC443: ann has laid trust over one segment 2 times: c1, c2',
    );
  });
});
