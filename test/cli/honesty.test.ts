import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { INTERVIEW, SOURCE, coding, logOf, studyOf } from './coded-study.js';
import { SMALL, folderWith, qcode, removeFolders } from './run.js';

/* What a table must say of itself, so that nobody takes its numbers for more than they are. */

afterAll(removeFolders);

const lines = (text: string): string[] => text.trimEnd().split('\n');
const flat = (text: string): string => text.replace(/\s+/g, ' ');

describe('filters are named', () => {
  const study = folderWith(SMALL);

  it.each([
    [['--source', 'a*'], 'only the source a*'],
    [['transcripts/a.txt'], 'only the source transcripts/a.txt'],
    [['--source', 'a', '--source', 'd'], 'only the sources a, d'],
    [['--case', 'A1'], 'only the case A1'],
  ])('%j', (words, says) => {
    for (const command of ['frequency', 'cooccurrence', 'quotes', 'kwic', 'sources', 'report']) {
      expect(flat(qcode(study, [command, ...words]).stdout)).toContain(says);
    }
    expect(qcode(study, ['frequency', '--json', ...words]).stdout).toContain(says);
  });

  it('among them speakers without consent, whom check still finds', () => {
    const silent = folderWith({
      ...SMALL,
      'people.csv': 'source,speaker,consent\ntranscripts/a.txt,Respondent,none\n',
    });
    expect(flat(qcode(silent, ['frequency']).stdout)).toContain(
      'Filters: turns of interviewers left out, in counts of words too; speakers without consent left out',
    );
    expect(qcode(silent, ['check']).stdout).not.toContain('QC423');
  });

  it.each([
    [['--case', 'A1', '--case', 'C9'], '"C9"'],
    [['--speaker', 'Respondent', '--speaker', 'Nobody'], '"Nobody"'],
    [['--code', 'trust', '--code', 'nope'], '"nope"'],
    [['--encoding', 'foo'], '"foo"'],
  ])('%j: a name that stands for nothing is no filter', (words, name) => {
    expect(qcode(study, ['frequency', ...words])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining(name),
    });
  });
});

describe('what could not be read or run', () => {
  const study = folderWith({
    ...SMALL,
    'transcripts/bad.txt': new Uint8Array([0x41, 0, 0, 1, 2, 0, 3]),
    'codebook.yaml':
      "codes:\n  - id: slow\n    keywords: ['/(a+)+$/']\n  - id: half\n    keywords: [trust, '/(a+)+$/']\n  - id: never\n    keywords: [zebra]\n",
    'transcripts/a.txt': `---\ncase: A1\n---\nR: ${'a'.repeat(60)}! trust\n`,
  });
  const { stdout } = qcode(study, ['frequency']);

  it('is counted and named in every form that has a place for it', () => {
    expect(flat(stdout)).toContain('Read: 2 of 3 sources, of 2 cases');
    const json = JSON.parse(qcode(study, ['frequency', '--json']).stdout) as { caveats: string[] };
    for (const says of [
      'Not read, and in no figure: transcripts/bad.txt',
      'The rule /(a+)+$/ of slow ran out of time',
    ]) {
      expect(flat(stdout)).toContain(says);
      expect(json.caveats.join('\n')).toContain(says);
      expect(qcode(study, ['frequency', '--format', 'markdown']).stdout.replaceAll('\\', '')).toContain(says);
    }
  });

  it('is no 0', () => {
    const rows = lines(qcode(study, ['frequency', '--format', 'csv']).stdout);
    expect(rows.find((row) => row.startsWith('slow,'))).toBe('slow,,,');
    expect(rows.find((row) => row.startsWith('half,'))).toMatch(/^half,1,/);
    expect(rows.find((row) => row.startsWith('never,'))).toBe('never,0,0,0');
    const unused = qcode(study, ['codebook', 'unused', '--format', 'csv']).stdout;
    expect([unused.includes('never'), unused.includes('slow')]).toEqual([true, false]);
  });
});

describe('what of the logs is in no figure', () => {
  const text = SMALL['transcripts/a.txt'].replace(/^---[^]*?---\n/, '');
  const start = text.indexOf('Funding is');
  const anchor = { start, end: start + 7, exact: 'Funding', prefix: '', suffix: '', digest: 'x' };
  const line = (id: string, code: string): string =>
    JSON.stringify({ event: 'apply', id, at: '2024-01-01T00:00:00Z', code, anchor });
  const study = folderWith({
    ...SMALL,
    'codings/ann/transcripts/a.txt.jsonl': `${line('1', 'latent')}\n${line('2', 'gone')}\n${line('3', 'gone')}\nnot JSON\n`,
    'codings/ann/transcripts/x.txt.jsonl': `${line('1', 'latent')}\n`,
  });
  const says = [
    '1 line in the log of ann for transcripts/a.txt is in no figure: not JSON (QC201).',
    '2 lines in the log of ann for transcripts/a.txt are in no figure: a code that the codebook lacks (QC208).',
    'Nothing of codings/ann/transcripts/x.txt.jsonl is in any figure: the study has no source transcripts/x.txt (QC422).',
  ];
  const caveats = (...words: string[]): string[] =>
    (JSON.parse(qcode(study, [...words, '--json']).stdout) as { caveats: string[] }).caveats;

  it.each([['report'], ['frequency'], ['cooccurrence'], ['quotes']])(
    'stands in the caveats of %s, by reason',
    (command) => {
      expect(caveats(command, '--all').filter((one) => says.includes(one))).toEqual(says);
    },
  );

  it('is no caveat where no coder counts, or the source is left out', () => {
    expect(caveats('report', '--rules').join()).not.toMatch(/QC2|QC4/);
    expect(caveats('report', '--all', '--case', 'D1').join()).not.toMatch(/QC2/);
  });
});

describe('a log that cannot be read', () => {
  const folder = studyOf(INTERVIEW, { ben: [coding('b1', 'trust', 'It came late.')] });
  mkdirSync(join(folder, 'codings/ann/transcripts'), { recursive: true });
  symlinkSync(folder, join(folder, logOf('ann')));

  it('is named, and its source counts with what else there is of it', () => {
    const { stdout, stderr, code } = qcode(folder, ['frequency', '--manual', '--format', 'csv']);
    expect([stdout.includes('trust,1'), code]).toEqual([true, 1]);
    expect(stderr).toContain(`${logOf('ann')}: error QC409: ${logOf('ann')} cannot be read`);
    expect(flat(qcode(folder, ['frequency', '--manual']).stdout)).toContain(
      `The log of ann for ${SOURCE} is in no figure: it cannot be read (QC409).`,
    );
  });

  it('says nothing of whether its coder looked', () => {
    expect(qcode(folder, ['frequency', '--coder', 'ann', '--format', 'csv']).stdout).not.toMatch(/,0/);
  });

  it('is named before a code is renamed, which touches no log', () => {
    expect(qcode(folder, ['codebook', 'rename', 'trust', 'faith', '--yes'])).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('1 coding by hand in 1 log of 1 coder has the code trust.'),
      stderr: expect.stringContaining('QC409'),
    });
  });

  it('stops a replacement, since nobody can say what becomes of what is in it', () => {
    mkdirSync(join(folder, 'new'));
    writeFileSync(join(folder, 'new/a.txt'), `${INTERVIEW}Respondent: Well.\n`);
    expect(qcode(folder, ['replace', 'a', 'new/a.txt', '--yes', '--coder', 'ben'])).toMatchObject({ code: 2 });
    expect(readFileSync(join(folder, SOURCE), 'utf8')).toBe(INTERVIEW);
  });
});

describe('speakers without consent', () => {
  const study = folderWith({ ...SMALL, 'people.csv': 'source,speaker,consent\ntranscripts/a.txt,Respondent,none\n' });
  const caveats = (...words: string[]): string =>
    (JSON.parse(qcode(study, ['report', '--json', ...words]).stdout) as { caveats: string[] }).caveats.join('\n');

  it('are counted where the filters leave them in', () => {
    expect(caveats()).toContain('2 turns without consent');
    expect(caveats('--role', 'respondent')).toContain('2 turns without consent');
    for (const words of [
      ['--case', 'D1'],
      ['--exclude-role', 'respondent'],
    ])
      expect(caveats(...words, '--include-interviewer')).not.toContain('without consent');
  });
});

describe('columns bear the name of what they are', () => {
  const titleOf = (files: Readonly<Record<string, string>>, ...words: string[]): string =>
    lines(qcode(folderWith(files), ['frequency', ...words]).stdout)[0]!;

  it('sources, cases, or the attribute of cases', () => {
    const { 'cases.csv': _, ...bare } = SMALL;
    expect(titleOf(SMALL)).toContain('by agency');
    expect(titleOf(bare)).toContain('by case');
    expect(titleOf({ ...bare, 'transcripts/a.txt': 'trust\n', 'transcripts/d.txt': 'trust\n' })).toContain('by source');
    expect(titleOf({ ...bare, 'transcripts/a.txt': '---\nagency: Hope\n---\ntrust\n' })).toContain('by agency');
  });

  it('a case without a row has no attribute where the attribute is asked for', () => {
    const files = { ...SMALL, 'cases.csv': 'case,agency\nA1,Hope\n' };
    const header = (...words: string[]): string =>
      lines(qcode(folderWith(files), ['frequency', '--format', 'csv', ...words]).stdout)[0]!;
    expect(header()).toBe('code,D1,Hope,total');
    expect(header('--by', 'agency')).toBe('code,(none),Hope,total');
  });

  it('an attribute of qcode.yaml that nobody has is an error', () => {
    for (const key of ['case_attribute', 'case_group']) {
      const folder = folderWith({ ...SMALL, 'qcode.yaml': `${key}: nothere\n` });
      for (const command of ['frequency', 'report', 'quotes']) {
        expect(qcode(folder, [command])).toMatchObject({
          code: 2,
          stdout: '',
          stderr: expect.stringContaining('agency, type'),
        });
      }
      expect(qcode(folder, ['check'])).toMatchObject({ code: 1, stdout: expect.stringContaining(`nothere`) });
    }
  });
});
