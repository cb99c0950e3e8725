import { afterAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { SMALL, folderWith, qcode, removeFolders, start } from './run.js';

afterAll(removeFolders);

const sentence = (i: number): string =>
  `R: In year ${i} the funds were a grant, and trust grew; 资金与信任。\nQ: And ${i}?\n`;
const transcript = (n: number): string => Array.from({ length: n }, (_, i) => sentence(i)).join('');

/** Sources of different lengths in several cases, one of them broken. */
const many = folderWith({
  ...SMALL,
  'transcripts/zz.txt': new Uint8Array([0, 1, 2, 0xff, 0, 0, 7, 0x80]),
  ...Object.fromEntries(
    Array.from({ length: 23 }, (_, i) => [`transcripts/c${i % 4}/s${i}.txt`, transcript(1 + ((i * 7) % 40))]),
  ),
});

describe('--jobs', () => {
  it.each([
    ['frequency', '--format', 'csv', '--long'],
    ['frequency', '--by', 'speaker'],
    ['cooccurrence', '--long', '--unit', 'sentence'],
    ['cooccurrence', '--unit', 'case'],
    ['sources', '--json'],
    ['quotes', '--limit', '2', '--json'],
    ['quotes'],
    ['kwic', '--json'],
    ['code'],
    ['code', '--json'],
    ['report', '--json'],
    ['check'],
  ])('gives the bytes of one thread for %s', (...words) => {
    const one = qcode(many, words);
    expect(one.code).toBe(1);
    expect(qcode(many, [...words, '--jobs', '3'])).toEqual(one);
  });
});

describe('the same input', () => {
  it('gives the same bytes, wherever it lies', () => {
    const again = folderWith(SMALL);
    for (const words of [['report', '--json'], ['report'], ['code'], ['frequency', '--json']]) {
      expect(qcode(again, words).stdout).toBe(qcode(folderWith(SMALL), words).stdout);
    }
  });
});

describe('a report folder', () => {
  it('is replaced as a whole, and nothing else is', () => {
    const folder = folderWith({ ...SMALL, 'precious/notes.txt': 'x' });
    expect(qcode(folder, ['report', '--format', 'csv', '-o', 'tables']).code).toBe(0);
    const files = readdirSync(join(folder, 'tables'));
    expect(files).toContain('frequency.csv');
    expect(qcode(folder, ['report', '--format', 'csv', '-o', 'tables']).code).toBe(0);
    expect(readdirSync(join(folder, 'tables'))).toEqual(files);
    const refused = qcode(folder, ['report', '--format', 'csv', '-o', 'precious']);
    expect(refused.code).toBe(2);
    expect(readFileSync(join(folder, 'precious/notes.txt'), 'utf8')).toBe('x');
  });
});

describe('Ctrl-C', () => {
  it('ends with 130, removes temporary files, and leaves the target as it was', async () => {
    const files = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`transcripts/s${i}.txt`, transcript(8000)]));
    const codebook = 'codes:\n  - id: a\n    keywords: [funds, trust]\n';
    const folder = folderWith({ ...files, 'qcode.yaml': '', 'codebook.yaml': codebook, 'out.csv': 'old' });
    const child = start(folder, ['code', '-o', 'out.csv']);
    const building = (): string[] => readdirSync(folder).filter((name) => name.startsWith('.out.csv'));
    while (building().length === 0 && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill('SIGINT');
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).toBe(130);
    expect(building()).toEqual([]);
    expect(readFileSync(join(folder, 'out.csv'), 'utf8')).toBe('old');
    expect(existsSync(join(folder, 'out.csv'))).toBe(true);
  });
});

describe('Ctrl-C in the middle of one long file', () => {
  it('ends at once', async () => {
    const folder = folderWith({
      'cb.yaml': "codes:\n  - id: a\n    keywords: [funds, '/tr.st/']\n",
      'long.txt': transcript(2_000_000),
    });
    const child = start(folder, ['frequency', '--codebook', 'cb.yaml', 'long.txt', '--per', '1000words']);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(child.kill('SIGINT')).toBe(true);
    await once(child, 'exit');
    expect(child.signalCode).toBe('SIGINT');
  });
});

describe('a closed pipe', () => {
  it('is quiet', async () => {
    const child = start(many, ['code', '--jobs', '1']);
    child.stdout!.destroy();
    let words = '';
    child.stderr!.on('data', (data) => (words += String(data)));
    const [code] = (await once(child, 'exit')) as [number];
    expect(words).not.toContain('EPIPE');
    expect(words).not.toContain('bug');
    expect([0, 1]).toContain(code);
  });
});
