import { describe, expect, it } from '@jest/globals';
import { compileGlob, globBase } from '../../../src/store/glob.js';

describe('compileGlob', () => {
  it.each([
    ['transcripts/**', 'transcripts/a.txt', true],
    ['transcripts/**', 'transcripts/A1/b/c.md', true],
    ['transcripts/**', 'other/a.txt', false],
    ['transcripts', 'transcripts/A1/a.txt', true],
    ['transcripts/', 'transcripts/a.txt', true],
    ['transcripts', 'transcripts2/a.txt', false],
    ['**/*.txt', 'a.txt', true],
    ['**/*.txt', 'x/y/a.txt', true],
    ['**/*.txt', 'x/y/a.md', false],
    ['*.txt', 'x/a.txt', false],
    ['a?.txt', 'a1.txt', true],
    ['a?.txt', 'a12.txt', false],
    ['a?.txt', 'a/.txt', false],
    ['{en,zh}/*.{txt,md}', 'zh/a.md', true],
    ['{en,zh}/*.{txt,md}', 'fr/a.md', false],
    ['访谈/*', '访谈/一.txt', true],
    ['a+(b).txt', 'a+(b).txt', true],
    ['./a.txt', 'a.txt', true],
  ])('%s over %s: %s', (pattern, path, expected) => {
    expect(compileGlob(pattern)(path)).toBe(expected);
  });
});

describe('globBase', () => {
  it.each([
    ['transcripts/**', 'transcripts'],
    ['a/b/*.txt', 'a/b'],
    ['*.txt', ''],
    ['transcripts', 'transcripts'],
    ['./a/{b,c}/d', 'a'],
  ])('of %s is "%s"', (pattern, base) => {
    expect(globBase(pattern)).toBe(base);
  });
});
