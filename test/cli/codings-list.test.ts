import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
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

describe('codings list under a query', () => {
  const TRUST = 'We never trusted the office';
  const LOGS = {
    ann: [
      coding('a-trust', 'trust', TRUST),
      coding('a-money', 'money', 'It came late. We never', { memo: 'Is 延误 what they resent?' }),
      coding('a-asked', 'money', 'How did the money reach you'),
      coding('a-no', 'latent', 'with rice', { verdict: 'reject' }),
      coding('a-yes', 'money', '资金是按季度拨的', { verdict: 'accept' }),
    ],
    ben: [coding('b-trust', 'trust', TRUST), coding('b-latent', 'latent', 'with rice')],
  };
  const listed = (folder: string, query: string, ...more: string[]): string[] => {
    const { stdout, stderr, code } = qcode(folder, ['codings', 'list', '--json', '--query', query, ...more]);
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    const report = JSON.parse(stdout) as { sections: { blocks: { rows: { cells: string[] }[] }[] }[] };
    return report.sections[0]!.blocks[0]!.rows.map(({ cells }) => cells[0]!).sort();
  };

  it.each([
    ['trust', ['a-trust', 'b-trust']],
    ['trust co-occurs money', ['a-trust', 'b-trust']],
    ['money', ['a-asked', 'a-money', 'a-yes']],
    ['memo ~ 延误', ['a-money']],
    ['latent', ['b-latent']],
    ['speaker = Respondent', ['a-money', 'a-trust', 'b-latent', 'b-trust']],
    ['money precedes trust within 0 turns', []],
    ['money precedes trust within 1 turn', ['a-asked']],
    ['money and case has latent', ['a-asked', 'a-money', 'a-yes']],
    ['grant', []],
  ])('%s', (query, ids) => {
    expect(listed(studyOf(INTERVIEW, LOGS), query)).toEqual(ids);
  });

  it('is asked of the codings of one coder where one is named, and after the other filters', () => {
    const folder = studyOf(INTERVIEW, LOGS);
    expect(listed(folder, 'trust co-occurs money', '--coder', 'ben')).toEqual([]);
    expect(listed(folder, 'trust co-occurs money', '--coder', 'ann')).toEqual(['a-trust']);
    expect(listed(folder, 'money', '--exclude-role', 'interviewer')).toEqual(['a-money']);
    expect(listed(folder, 'money or trust', '--code', 'trust')).toEqual(['a-trust', 'b-trust']);
  });

  it('finds codings where a corrected transcript has them now, and none without a sure place', () => {
    const moved = `Interviewer: Good morning to you.\nRespondent: Good morning.\n${INTERVIEW}`;
    expect(listed(studyOf(moved, LOGS), 'trust co-occurs money')).toEqual(['a-trust', 'b-trust']);
    const folder = studyOf(INTERVIEW.replace(TRUST, 'Nothing of the kind was said'), LOGS);
    const { stdout } = qcode(folder, ['codings', 'list', '--query', 'trust or money', '--format', 'csv']);
    expect(stdout).not.toContain('a-trust');
    expect(stdout).toContain('a-yes');
    expect(qcode(folder, ['codings', 'list', '--format', 'csv']).stdout).toContain('a-trust');
  });

  it('says what was asked, and takes saved queries', () => {
    const folder = studyOf(INTERVIEW, LOGS);
    appendFileSync(join(folder, 'qcode.yaml'), 'queries:\n  trusted: trust co-occurs money\n');
    expect(listed(folder, '@trusted')).toEqual(['a-trust', 'b-trust']);
    const { stdout } = qcode(folder, ['codings', 'list', '--query', '@trusted']);
    expect(stdout).toContain('only codings where trust co-occurs money (@trusted)');
    expect(stdout).toContain('no rejections, and no codings without a sure place');
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
