import { afterAll, describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SMALL, folderWith, qcode, removeFolders } from './run.js';

afterAll(removeFolders);

const A = 'transcripts/a.txt';
const script = (keys: string) => ({ ...SMALL, keys });
const logIn = (folder: string, coder = 'chan', source = A) =>
  readFileSync(join(folder, 'codings', coder, `${source}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
const env = { QCODE_CODER: 'chan' };

describe('qcode tag --script', () => {
  it('replays keys, stores what they code, and prints the frames asked for', () => {
    const folder = folderWith(script('# two codings\nj a trust return frame z 100x30\n'));
    const { stdout, stderr, code } = qcode(folder, ['tag', 'a', '--script', 'keys'], env);
    expect([stderr, code]).toEqual(['', 0]);
    expect(stdout.split('\n')).toHaveLength(24 + 1 + 30 + 1);
    expect(stdout.match(/coded \d/g)).toEqual(['coded 1', 'coded 0']);
    expect(logIn(folder)).toMatchObject([{ event: 'apply', code: 'trust' }, { event: 'remove' }]);
  });

  it('goes on where the coder stopped, or at the next unit that is not done', () => {
    const folder = folderWith(script('space j'));
    qcode(folder, ['tag', 'd', '--script', 'keys'], env);
    const again = qcode(folder, ['tag', '--script', '/dev/null'], env).stdout;
    expect(again).toMatch(/^ transcripts\/d\.txt {3}turn 3\/4/);
    const next = qcode(folder, ['tag', 'd', '--next', '--script', '/dev/null'], env).stdout;
    expect(next).toMatch(/^ transcripts\/d\.txt {3}turn 3\/4/);
    const first = qcode(folder, ['tag', '--next', '--script', '/dev/null'], { QCODE_CODER: 'lee' }).stdout;
    expect(first).toMatch(/^ transcripts\/a\.txt {3}turn 1\/4/);
  });

  it('has the size that is asked for', () => {
    const folder = folderWith(SMALL);
    const { stdout } = qcode(folder, ['tag', 'a', '--script', '/dev/null', '--size', '60x20'], env);
    expect(stdout.split('\n')).toHaveLength(21);
    expect(qcode(folder, ['tag', 'a', '--script', '/dev/null', '--size', 'big'], env)).toMatchObject({ code: 2 });
  });

  it('shows only what is assigned, and blind where that was assigned', () => {
    const assignments = 'coder,source,round,blind,seed\nlee,transcripts/d.txt,1,yes,7\n';
    const folder = folderWith({ ...script('space'), 'assignments.csv': assignments });
    const { stdout } = qcode(folder, ['tag', '--assigned', '--script', 'keys'], { QCODE_CODER: 'lee' });
    expect(stdout).toMatch(/transcripts\/d\.txt.*BLIND/);
    expect(logIn(folder, 'lee', 'transcripts/d.txt')).toMatchObject([{ event: 'seen', blind: true }]);
    const nothing = qcode(folder, ['tag', '--assigned', '--script', 'keys'], env);
    expect(nothing).toMatchObject({ code: 2, stdout: '' });
    expect(nothing.stderr).toContain('no source of the study is assigned to chan');
  });
});

describe('qcode tag, where it cannot', () => {
  it.each([
    [['tag'], /needs a terminal[\s\S]*qcode codings add/],
    [['tag', 'b', '--script', '/dev/null'], /no source is called "b"/],
    [['tag', 'a', '--script', 'nowhere'], /nowhere cannot be read/],
    [['tag', 'a', '--script', '/dev/null', '--coder', '../x'], /QC441/],
    [['review', 'trost', '--script', '/dev/null'], /no code "trost"[\s\S]*trust/],
    [['review', 'trust', '--script', '/dev/null'], /chan has no codings of trust/],
    [['find', 'trust', '--confirm'], /wants a code/],
    [['find', '...'], /no letter or digit/],
    [['find', 'nowhere', '--confirm', '--code', 'trust', '--script', '/dev/null'], /is found nowhere/],
  ])('%j says why', (words, message) => {
    const folder = folderWith(SMALL);
    const { stdout, stderr, code } = qcode(folder, words, env);
    expect([stdout, code]).toEqual(['', 2]);
    expect(stderr).toMatch(message);
    expect(existsSync(join(folder, 'codings'))).toBe(false);
  });
});

describe('qcode find', () => {
  it('lists where a text stands, with line, turn and speaker', () => {
    const { stdout } = qcode(folderWith(SMALL), ['find', 'trust', '--format', 'csv']);
    expect(stdout.split('\r\n').join('\n')).toBe(
      'source,line,turn,case,speaker,role,start,end,before,match,after\n' +
        'transcripts/a.txt,5,2,A1,Respondent,respondent,67,72,Funding is a grant of ,trust,.\n' +
        'transcripts/a.txt,7,4,A1,Respondent,respondent,117,122,"No funds, no ",trust,.\n',
    );
  });

  it('compares as keywords do', () => {
    const folder = folderWith(SMALL);
    const count = (text: string, ...more: string[]) =>
      (
        JSON.parse(qcode(folder, ['find', text, '--json', '--include-interviewer', ...more]).stdout) as {
          sections: { blocks: { rows: unknown[] }[] }[];
        }
      ).sections[0]!.blocks[0]!.rows.length;
    expect(count('FUND*')).toBe(3);
    expect(count('=FUND*')).toBe(0);
    expect(count('資金')).toBe(2);
    expect(count('grant of trust')).toBe(1);
    expect(count('資金', '--case', 'A1')).toBe(0);
    expect(count('/gr[ae]nt/')).toBe(1);
    expect(count('{stem: trusting}')).toBe(2);
  });

  it.each([
    [['/gr[ae/'], 'the expression cannot be compiled'],
    [['{any: [fund], near: [trust]}'], '{any: [fund], near: [trust]} is a rule, not a keyword'],
    [['trust', '--code', 'nope'], '--code is for coding what is found'],
    [['trust', '--assigned'], '--assigned is for coding what is found'],
    [['trust', '--coder', 'ann'], '--coder is for coding what is found'],
    [['trust', '--script', 'x'], '--script is for coding what is found'],
  ])('says of %j that it cannot: %s', (words, says) => {
    const { code, stderr, stdout } = qcode(folderWith(SMALL), ['find', ...words]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(says);
  });

  it('codes the segments that hold what is ticked, and offers no segment twice', () => {
    const folder = folderWith(script('A c'));
    const words = ['find', '资金', '--code', 'money', '--confirm', '--script', 'keys', '--include-interviewer'];
    expect(qcode(folder, words, env).code).toBe(0);
    expect(logIn(folder, 'chan', 'transcripts/d.txt')).toMatchObject([
      { code: 'money', anchor: { exact: '资金怎么样？' } },
      { code: 'money', anchor: { exact: '资金靠信任。' } },
    ]);
    const again = qcode(folder, words, env);
    expect(again.stderr).toContain('is coded with money wherever it is found');
  });
});
