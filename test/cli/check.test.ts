import { afterAll, describe, expect, it } from '@jest/globals';
import { SMALL, folderWith, qcode, removeFolders } from './run.js';

afterAll(removeFolders);

const check = (changes: Readonly<Record<string, string>>) => qcode(folderWith({ ...SMALL, ...changes }), ['check']);

describe('check finds what commands would refuse', () => {
  it.each([
    ['analysis: coder:zz\n', 'QC421'],
    ["markers: ['']\n", 'QC405'],
    ['language: chinese\n', 'QC405'],
    ['encoding: klingon\n', 'QC405'],
    ['case_group: nothere\n', 'QC419'],
  ])('%j', (yaml, code) => {
    const found = check({ 'qcode.yaml': yaml });
    expect(found).toMatchObject({ code: 1, stdout: expect.stringContaining(code) });
    expect(found.stdout).toContain('1 error,');
  });

  it('and warns where a command would ask who is meant', () => {
    const logs = { 'codings/ann/transcripts/a.txt.jsonl': '', 'codings/ben/transcripts/a.txt.jsonl': '' };
    expect(check(logs)).toMatchObject({ code: 0, stdout: expect.stringContaining('warning QC420') });
  });
});

describe('check doubts what looks like a missed label', () => {
  it('once for each source, and not where all is well', () => {
    const cases = 'case,agency,type,language\nA1,Hope,provider,en\nD1,Bureau,government,zh\n';
    expect(check({ 'cases.csv': cases }).stdout).toBe('0 errors, 0 warnings, 0 notes in a study of 2 sources\n');
    const { stdout } = check({
      'transcripts/a.txt': 'plain text about trust\n',
      'cases.csv': 'case\nD1\ntranscripts/a.txt\n',
    });
    expect(stdout).toContain('QC429: nobody here is of a role that is left out (interviewer); no label was recognised');
    expect(stdout).toContain('0 errors, 1 warning,');
  });

  it('knows a speaker of a rule by role or label, however it is written', () => {
    for (const speaker of ['respondent', 'RESPONDENT', '答', 'Interviewer']) {
      expect(
        check({ 'codebook.yaml': `codes:\n  - id: a\n    keywords:\n      - {any: [trust], speaker: ${speaker}}\n` })
          .stdout,
      ).not.toContain('QC435');
    }
  });
});

describe('a table of cases', () => {
  it('without rows is one finding', () => {
    expect(check({ 'cases.csv': 'case,agency\n' }).stdout).toContain(
      'warning QC416: the table has no rows, so that none of 2 cases has attributes',
    );
  });

  it('with a short row is an error: the case would fall out of its group', () => {
    expect(check({ 'cases.csv': 'case,agency,type\nA1,Hope\nD1,Bureau,government\n' })).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('cases.csv:2:1: error QC410'),
    });
  });
});
