import { afterAll, describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { comparisonMemo, memosOn, newComparisonMemo, writeComparisonMemo } from '../../../src/store/comparison-memo.js';
import { folderWith, removeFolders } from './temporary.js';

afterAll(removeFolders);

const code = (id: string, ...was: string[]) => ({ id, was });
const read = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');

describe('a memo on a comparison', () => {
  it('has a place of its own for a code by an attribute, and for two codes', () => {
    const folder = folderWith({});
    const pathOf = (codes: ReturnType<typeof code>[], by: string | null) => comparisonMemo(folder, { codes, by }).path;
    expect(pathOf([code('信任')], 'agency')).toBe('memos/comparison/信任/by-agency.md');
    expect(pathOf([code('信任'), code('money')], null)).toBe('memos/comparison/信任/with-money.md');
    expect(pathOf([code('信任')], 'a/../b: c')).toBe('memos/comparison/信任/by-a-..-b- c.md');
  });

  it('is found again when codes were renamed, or are named the other way round', () => {
    const folder = folderWith({
      'memos/comparison/old/with-money.md': 'x\n',
      'memos/comparison/old/by-agency.md': 'y\n',
    });
    const trust = code('trust', 'older', 'old');
    for (const codes of [
      [trust, code('money')],
      [code('money'), trust],
    ]) {
      expect(comparisonMemo(folder, { codes, by: null })).toMatchObject({ path: 'memos/comparison/old/with-money.md' });
    }
    expect(comparisonMemo(folder, { codes: [trust], by: 'agency' }).path).toBe('memos/comparison/old/by-agency.md');
    expect(comparisonMemo(folder, { codes: [trust], by: 'type' }).bytes).toBeNull();
  });

  it('begins with what was compared and found, as YAML', () => {
    const found = { segments: '和里 2, Quiet –', of: 'keyword hits; only the case A1' };
    expect(newComparisonMemo({ codes: [code('money')], by: 'agency' }, found)).toBe(
      '---\non: code money\ntype: theoretical\ncompared: money by agency\nsegments: 和里 2, Quiet –\nof: keyword hits; only the case A1\n---\n',
    );
    expect(newComparisonMemo({ codes: [code('a'), code('b')], by: null }, { segments: '[x] 1', of: 'y' })).toBe(
      '---\non: codes a and b\ntype: theoretical\ncompared: a with b\nsegments: "[x] 1"\nof: y\n---\n',
    );
  });

  it('leaves no file when its words are taken out, but for words that somebody wrote meanwhile', () => {
    const folder = folderWith({});
    const on = { codes: [code('money')], by: 'agency' };
    const path = 'memos/comparison/money/by-agency.md';
    writeComparisonMemo(folder, comparisonMemo(folder, on), '---\non: x\n---\none\n');
    const read1 = comparisonMemo(folder, on);
    expect(read1.text).toBe('one');
    writeFileSync(join(folder, path), 'theirs\n');
    expect(writeComparisonMemo(folder, read1, '---\non: x\n---\n')).toBe(path);
    expect(read(folder, path)).toBe('theirs\n');
    expect(writeComparisonMemo(folder, comparisonMemo(folder, on), ' \n')).toBeNull();
    expect(existsSync(join(folder, path))).toBe(false);
    expect(writeComparisonMemo(folder, comparisonMemo(folder, on), '---\non: x\n---\n')).toBeNull();
    expect(existsSync(join(folder, path))).toBe(false);
  });

  it('is listed for each of its codes, also by former ids', () => {
    const folder = folderWith({
      'memos/comparison/old/with-money.md': 'x\n',
      'memos/comparison/old/by-agency.md': 'y\n',
      'memos/comparison/money/by-agency-2.md': 'z\n',
      'memos/comparison/moneyed/with-old.txt': 'z\n',
      'memos/comparison/.DS_Store': 'z\n',
      'memos/code/money.md': 'z\n',
    });
    expect(memosOn(folder, code('trust', 'old'))).toEqual([
      'memos/comparison/old/by-agency.md',
      'memos/comparison/old/with-money.md',
    ]);
    expect(memosOn(folder, code('money'))).toEqual([
      'memos/code/money.md',
      'memos/comparison/money/by-agency-2.md',
      'memos/comparison/old/with-money.md',
    ]);
    expect(memosOn(folder, code('irony'))).toEqual([]);
  });

  it('is written in the place of what was read, and beside it where somebody wrote meanwhile', () => {
    const folder = folderWith({});
    const on = { codes: [code('money')], by: 'agency' };
    const path = 'memos/comparison/money/by-agency.md';
    const fresh = comparisonMemo(folder, on);
    expect(writeComparisonMemo(folder, fresh, 'one\n')).toBe(path);
    expect(writeComparisonMemo(folder, fresh, 'two\n')).toBe('memos/comparison/money/by-agency-2.md');
    const read1 = comparisonMemo(folder, on);
    expect(writeComparisonMemo(folder, read1, 'three\n')).toBe(path);
    expect(read(folder, path)).toBe('three\n');
    writeFileSync(join(folder, path), 'theirs\n');
    expect(writeComparisonMemo(folder, read1, 'mine\n')).toBe('memos/comparison/money/by-agency-3.md');
    expect(read(folder, path)).toBe('theirs\n');
    rmSync(join(folder, path));
    expect(writeComparisonMemo(folder, read1, 'mine\n')).toBe(path);
    expect(existsSync(join(folder, 'memos/comparison/money/by-agency-2.md'))).toBe(true);
  });
});
