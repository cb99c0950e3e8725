import { afterAll, describe, expect, it } from '@jest/globals';
import { linkSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { CODEBOOK, SMALL, folderWith, qcode, removeFolders } from './run.js';

afterAll(removeFolders);

const everythingIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => [
        `${entry.parentPath}/${entry.name}`,
        readFileSync(`${entry.parentPath}/${entry.name}`, 'latin1'),
      ]),
  );

describe('-o never touches what is read', () => {
  it.each([
    'transcripts/a.txt',
    'transcripts/new.txt',
    'transcripts/deep/x.csv',
    'transcripts',
    'codings',
    'codings/ann/x.jsonl',
    'qcode.yaml',
    'codebook.yaml',
    'cases.csv',
    'people.csv',
    './transcripts/../cases.csv',
    'soft.md',
    'hard.md',
  ])('%s', (target) => {
    const folder = folderWith(SMALL);
    symlinkSync(`${folder}/transcripts/a.txt`, `${folder}/soft.md`);
    linkSync(`${folder}/codebook.yaml`, `${folder}/hard.md`);
    const before = everythingIn(folder);
    for (const words of [['frequency'], ['code'], ['report', '--format', 'json'], ['check'], ['codebook', 'list']]) {
      const { code, stderr } = qcode(folder, [...words, '-o', target]);
      expect({ words, code, refused: stderr.includes('error QC425') }).toEqual({ words, code: 2, refused: true });
    }
    expect(everythingIn(folder)).toEqual(before);
  });

  it('nor does a folder of CSV take the place of a folder of the study', () => {
    const folder = folderWith({ ...SMALL, 'drafts/x': '' });
    for (const target of ['transcripts', 'codings', 'transcripts/tables', 'drafts']) {
      expect(qcode(folder, ['report', '--format', 'csv', '-o', target]).code).toBe(2);
    }
    expect(qcode(folder, ['report', '--format', 'csv', '-o', 'tables']).code).toBe(0);
  });

  it('nor in a folder of transcripts without a study', () => {
    const folder = folderWith({ 'cb.yaml': CODEBOOK, 'tr/a.txt': 'A: trust\n' });
    const before = everythingIn(folder);
    for (const target of ['cb.yaml', 'tr/a.txt', 'tr/b.md']) {
      expect(qcode(folder, ['frequency', '--codebook', 'cb.yaml', 'tr', '-o', target])).toMatchObject({
        code: 2,
        stdout: '',
      });
    }
    expect(qcode(folder, ['codebook', 'list', '--codebook', 'cb.yaml', '-o', 'cb.yaml']).code).toBe(2);
    expect(everythingIn(folder)).toEqual(before);
    expect(qcode(folder, ['frequency', '--codebook', 'cb.yaml', 'tr', '-o', 'f.md']).code).toBe(0);
  });
});

describe('a target that cannot be written', () => {
  const folder = folderWith(SMALL);

  it.each([
    ['.', 'is a folder'],
    ['no/x.md', 'does not exist'],
  ])('%s is explained', (target, why) => {
    for (const words of [['frequency'], ['code']]) {
      const { code, stderr } = qcode(folder, [...words, '-o', target]);
      expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(why) });
      expect(stderr).toMatch(/QC426[^]*remedy: /);
      expect(stderr).not.toMatch(/EISDIR|ENOENT/);
    }
  });

  it.each(['out.docx', 'r.html', 'x.xlsx'])('%s would not be what its name says', (target) => {
    expect(qcode(folder, ['frequency', '-o', target])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--format'),
    });
  });

  it('a report as CSV is no file', () => {
    expect(qcode(folder, ['report', '-o', 'r.csv'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('folder'),
    });
    expect(readdirSync(folder)).not.toContain('r.csv');
  });
});

describe('a turn of any length', () => {
  const ROWS = 1500;
  const folder = folderWith({
    'cb.yaml': 'codes:\n  - id: money\n    keywords: [money]\n',
    'asr.txt': `A: ok\nB: ${'so the money was there but you know the project was big and it went away '.repeat(ROWS)}\nA: ok\nB: ok\n`,
  });
  const sizeOf = (...words: string[]): number => {
    const { code, stdout, stderr } = qcode(folder, ['code', '--codebook', 'cb.yaml', 'asr.txt', ...words], {
      NODE_OPTIONS: '--max-old-space-size=64',
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return stdout.length;
  };

  it('gives all its rows, though each repeats the turn', () => {
    const size = sizeOf('--json');
    expect(size).toBeGreaterThan(ROWS * ROWS * 70);
    expect(sizeOf('--json', '--jobs', '2')).toBe(size);
  });
});

describe('the width of tables', () => {
  it('is that of COLUMNS where there is no terminal', () => {
    const folder = folderWith(SMALL);
    const widest = (columns: string): number => {
      const { stdout } = qcode(folder, ['frequency'], { COLUMNS: columns });
      return Math.max(...stdout.split('\n').map((line) => line.length));
    };
    expect(widest('60')).toBeLessThanOrEqual(60);
    expect(widest('90')).toBeGreaterThan(60);
  });
});
