import { afterAll, describe, expect, it } from '@jest/globals';
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
    const silent = folderWith({ ...SMALL, 'people.csv': 'source,speaker,consent\ntranscripts/a.txt,Respondent,none\n' });
    expect(flat(qcode(silent, ['frequency']).stdout)).toContain('Filters: turns of interviewers left out, in counts of words too; speakers without consent left out');
    expect(qcode(silent, ['check']).stdout).not.toContain('QC423');
  });

  it.each([
    [['--case', 'A1', '--case', 'C9'], '"C9"'],
    [['--speaker', 'Respondent', '--speaker', 'Nobody'], '"Nobody"'],
    [['--code', 'trust', '--code', 'nope'], '"nope"'],
    [['--encoding', 'foo'], '"foo"'],
  ])('%j: a name that stands for nothing is no filter', (words, name) => {
    expect(qcode(study, ['frequency', ...words])).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(name) });
  });
});

describe('what could not be read or run', () => {
  const study = folderWith({
    ...SMALL,
    'transcripts/bad.txt': new Uint8Array([0x41, 0, 0, 1, 2, 0, 3]),
    'codebook.yaml': "codes:\n  - id: slow\n    keywords: ['/(a+)+$/']\n  - id: half\n    keywords: [trust, '/(a+)+$/']\n  - id: never\n    keywords: [zebra]\n",
    'transcripts/a.txt': `---\ncase: A1\n---\nR: ${'a'.repeat(60)}! trust\n`,
  });
  const { stdout } = qcode(study, ['frequency']);

  it('is counted and named in every form that has a place for it', () => {
    expect(flat(stdout)).toContain('Read: 2 of 3 sources, of 2 cases');
    const json = JSON.parse(qcode(study, ['frequency', '--json']).stdout) as { caveats: string[] };
    for (const says of ['Not read, and in no figure: transcripts/bad.txt', 'The rule /(a+)+$/ of slow ran out of time']) {
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

describe('columns bear the name of what they are', () => {
  const titleOf = (files: Readonly<Record<string, string>>, ...words: string[]): string => lines(qcode(folderWith(files), ['frequency', ...words]).stdout)[0]!;

  it('sources, cases, or the attribute of cases', () => {
    const { 'cases.csv': _, ...bare } = SMALL;
    expect(titleOf(SMALL)).toContain('by agency');
    expect(titleOf(bare)).toContain('by case');
    expect(titleOf({ ...bare, 'transcripts/a.txt': 'trust\n', 'transcripts/d.txt': 'trust\n' })).toContain('by source');
    expect(titleOf({ ...bare, 'transcripts/a.txt': '---\nagency: Hope\n---\ntrust\n' })).toContain('by agency');
  });

  it('a case without a row has no attribute where the attribute is asked for', () => {
    const files = { ...SMALL, 'cases.csv': 'case,agency\nA1,Hope\n' };
    const header = (...words: string[]): string => lines(qcode(folderWith(files), ['frequency', '--format', 'csv', ...words]).stdout)[0]!;
    expect(header()).toBe('code,D1,Hope,total');
    expect(header('--by', 'agency')).toBe('code,(none),Hope,total');
  });

  it('an attribute of qcode.yaml that nobody has is an error', () => {
    for (const key of ['case_attribute', 'case_group']) {
      const folder = folderWith({ ...SMALL, 'qcode.yaml': `${key}: nothere\n` });
      for (const command of ['frequency', 'report', 'quotes']) {
        expect(qcode(folder, [command])).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('agency, type') });
      }
      expect(qcode(folder, ['check'])).toMatchObject({ code: 1, stdout: expect.stringContaining(`nothere`) });
    }
  });
});
