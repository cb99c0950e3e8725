import { afterAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { docxOf, p } from '../unit/exchange/build-zip.js';
import { SMALL, folderWith, qcode, removeFolders } from './run.js';

afterAll(removeFolders);

const read = (...path: string[]): string => readFileSync(join(...path), 'utf8');

describe('qcode init', () => {
  const files = {
    'interviews/one.docx': docxOf(
      p('访谈者：你好？') + p('受访者：资金不够，没有信任。') + p('访谈者：还有呢？') + p('受访者：没有了。'),
    ),
    'interviews/two.txt': 'Interviewer: Funds?\nMs Fong: No.\nInterviewer: Trust?\nMs Fong: Yes, trust.\n',
    'cases.csv': 'source,agency\ntranscripts/one.txt,Hope\ntranscripts/two.txt,Faith\n',
    'codes.yaml': SMALL['codebook.yaml'],
  };

  it('makes a whole study of Word documents and a table of cases in one step', () => {
    const folder = folderWith(files);
    const run = qcode(folder, ['init', 'study', 'interviews', '--cases', 'cases.csv', '--codebook', 'codes.yaml']);
    expect({ stderr: run.stderr, code: run.code }).toEqual({ stderr: '', code: 0 });
    expect(run.stdout).toContain('interviews/one.docx → study/transcripts/one.txt (4 paragraphs)');
    expect(readdirSync(join(folder, 'study')).sort()).toEqual([
      '.gitattributes',
      '.gitignore',
      'cases.csv',
      'codebook.yaml',
      'qcode.yaml',
      'transcripts',
    ]);
    expect(read(folder, 'study/.gitattributes')).toBe('codings/**/*.jsonl merge=union\n');
    const yaml = read(folder, 'study/qcode.yaml');
    for (const line of [
      'exclude_roles: [interviewer]',
      '访谈者: interviewer',
      '受访者: respondent',
      'Ms Fong: respondent',
    ])
      expect(yaml).toContain(line);
    const { stdout, code } = qcode(join(folder, 'study'), ['frequency', '--format', 'csv']);
    expect(code).toBe(0);
    expect(stdout.split('\n').slice(0, 4)).toEqual([
      'code,Faith,Hope,total',
      'money,0,1,1',
      'grant,0,0,0',
      'trust,1,1,2',
    ]);
    expect(qcode(folder, ['check', '--study', 'study']).code).toBe(0);
  });

  it('takes a table of cases that names the documents as they were imported', () => {
    const table = 'source,agency\none.docx,Hope\ntwo,Faith\n';
    const folder = folderWith({ ...files, 'cases.csv': table });
    const words = [
      'init',
      'study',
      'interviews/one.docx',
      'interviews/two.txt',
      '--cases',
      'cases.csv',
      '--codebook',
      'codes.yaml',
    ];
    expect(qcode(folder, words).code).toBe(0);
    expect(qcode(folder, ['frequency', '--study', 'study', '--format', 'csv']).stdout).toMatch(
      /^code,Faith,Hope,total\n/,
    );
    expect(qcode(folder, ['check', '--study', 'study']).stdout).not.toContain('QC414');
  });

  it('never writes over anything', () => {
    const folder = folderWith({ ...files, 'study/codebook.yaml': 'mine', 'study/transcripts/two.txt': 'mine' });
    const run = qcode(folder, ['init', 'study', 'interviews/two.txt']);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('QC433');
    expect([read(folder, 'study/codebook.yaml'), read(folder, 'study/transcripts/two.txt')]).toEqual(['mine', 'mine']);
    expect(run.stdout).toContain('kept as it is: study/codebook.yaml');
    expect(qcode(folder, ['init', 'study']).code).toBe(2);
  });

  it('makes a study of the folder where one stands, and leaves that the same folder', () => {
    const folder = folderWith({});
    const before = statSync(folder).ino;
    expect(qcode(folder, ['init', '.']).code).toBe(0);
    expect(statSync(folder).ino).toBe(before);
    expect(readdirSync(folder)).toContain('qcode.yaml');
  });

  it('leaves nothing behind when it fails', () => {
    const folder = folderWith(files);
    expect(qcode(folder, ['init', 'study', '--cases', 'missing.csv']).code).toBe(2);
    expect(readdirSync(folder).sort()).toEqual(['cases.csv', 'codes.yaml', 'interviews']);
  });

  it('makes nothing where the command line is wrong', () => {
    const folder = folderWith(files);
    symlinkSync('nothing.docx', join(folder, 'interviews/lost.docx'));
    for (const [words, says] of [
      [['init', 'study', 'missing.docx', 'interviews/two.txt'], 'missing.docx does not exist'],
      [['init', 'study', 'interviews'], 'interviews/lost.docx cannot be read'],
      [['init', ''], 'name of the study is empty'],
      [['init', 'cases.csv'], 'cases.csv is a file'],
    ] as const) {
      expect(qcode(folder, words)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(says) });
    }
    expect(readdirSync(folder).sort()).toEqual(['cases.csv', 'codes.yaml', 'interviews']);
  });
});

describe('qcode import', () => {
  it('keeps sub-folders, and names what it passes over', () => {
    const folder = folderWith({ ...SMALL, 'in/x.txt': 'A: x', 'in/C 1/x.txt': 'A: y', 'in/x.pdf': '', 'in/y.rtf': '' });
    const run = qcode(folder, ['import', 'in']);
    expect(run.code).toBe(0);
    expect(run.stderr).toContain('warning QC432: in/x.pdf, in/y.rtf are of kinds not imported');
    expect(readdirSync(join(folder, 'transcripts'))).toEqual(['C 1', 'a.txt', 'd.txt', 'x.txt']);
    expect(qcode(folder, ['sources', '--format', 'csv']).stdout).toContain('transcripts/C 1/x.txt,C 1,');
  });

  it('writes nowhere but in the study', () => {
    const folder = folderWith({ 'study/qcode.yaml': '', 'x.txt': 'A: x' });
    const run = qcode(join(folder, 'study'), ['import', '../x.txt', '--into', '../out']);
    expect(run).toMatchObject({ code: 2, stderr: expect.stringContaining('outside the study') });
    expect(readdirSync(folder).sort()).toEqual(['study', 'x.txt']);
  });

  it('adds to the study it is called in, and goes on past a bad file', () => {
    const folder = folderWith({
      ...SMALL,
      'in/x.docx': docxOf(p('A: x')),
      'in/bad.docx': 'no',
      'in/y.srt': '1\n00:00:00,000 --> 00:00:01,000\nHello.\n',
    });
    const run = qcode(folder, ['import', 'in/bad.docx', 'in/x.docx', 'in/y.srt', '--into', 'transcripts/A2']);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('QC430');
    expect(readdirSync(join(folder, 'transcripts/A2'))).toEqual(['x.txt', 'y.srt']);
    expect(qcode(folder, ['sources', '--format', 'csv']).stdout).toContain('transcripts/A2/y.srt,A2,');
  });

  it('wants a study', () => {
    expect(qcode(folderWith({ 'a.txt': 'x' }), ['import', 'a.txt'])).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('qcode completion', () => {
  const study = folderWith(SMALL);
  const answers = (...words: string[]): string[] =>
    qcode(study, ['__complete', '--', ...words])
      .stdout.trimEnd()
      .split('\n');

  it('answers with names of the study', () => {
    expect(answers('frequency', '--code', '')).toEqual(['money', 'grant', 'trust', 'latent']);
    expect(answers('frequency', '--case', '')).toEqual(['A1', 'D1']);
    expect(answers('frequency', '--source', '')).toEqual(['transcripts/a.txt', 'transcripts/d.txt']);
    expect(answers('frequency', '--by', 'a')).toEqual(['agency']);
    expect(qcode('/', ['__complete', '--', 'frequency', '--study', study, '--code', 'tr']).stdout).toBe('trust\n');
  });

  it('works in bash', () => {
    const bin = folderWith({});
    mkdirSync(join(bin, 'bin'));
    symlinkSync(resolve('bin/qcode.js'), join(bin, 'bin/qcode'));
    const script = `eval "$(qcode completion bash)"; COMP_WORDS=(qcode frequency --code m); COMP_CWORD=3; _qcode; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout, error } = spawnSync('bash', ['-c', script], {
      cwd: study,
      encoding: 'utf8',
      env: { ...process.env, PATH: `${join(bin, 'bin')}:${process.env['PATH'] ?? ''}` },
    });
    if (error) return;
    expect(stdout).toBe('money\n');
  });
});
