import { afterAll, describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMemo, writeMemo } from '../../../src/store/memos.js';
import { folderWith, removeFolders } from './temporary.js';

afterAll(removeFolders);

describe('memos on codes and sources', () => {
  it('are plain Markdown with a header that says what they are on', () => {
    const folder = folderWith({});
    writeMemo(folder, { code: 'trust' }, 'What people mean by it.\n\nNot: reliance.');
    const file = join(folder, 'memos/code/trust.md');
    expect(readFileSync(file, 'utf8')).toBe('---\non: code trust\n---\n\nWhat people mean by it.\n\nNot: reliance.\n');
    expect(readMemo(folder, { code: 'trust' })).toBe('What people mean by it.\n\nNot: reliance.');
    expect(readMemo(folder, { code: 'other' })).toBe('');
  });

  it('lie beside one another as sources do, and are quoted where YAML needs it', () => {
    const folder = folderWith({});
    writeMemo(folder, { source: 'transcripts/A: 1.txt' }, '備忘');
    const file = join(folder, 'memos/source/transcripts/A: 1.txt.md');
    expect(readFileSync(file, 'utf8')).toBe('---\non: "source transcripts/A: 1.txt"\n---\n\n備忘\n');
  });

  it('keep a header that somebody added to', () => {
    const folder = folderWith({ 'memos/code/a.md': '---\non: code a\ntype: theoretical # mine\n---\nold\n' });
    writeMemo(folder, { code: 'a' }, 'new');
    expect(readFileSync(join(folder, 'memos/code/a.md'), 'utf8')).toBe(
      '---\non: code a\ntype: theoretical # mine\n---\n\nnew\n',
    );
  });

  it('go when they say nothing', () => {
    const folder = folderWith({ 'memos/code/a.md': '---\non: code a\n---\nold\n' });
    writeMemo(folder, { code: 'a' }, ' \n');
    expect(existsSync(join(folder, 'memos/code/a.md'))).toBe(false);
    writeMemo(folder, { code: 'never' }, '');
    expect(existsSync(join(folder, 'memos/code/never.md'))).toBe(false);
  });
});
