import { afterAll, describe, expect, it } from '@jest/globals';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { replaceAside, writeAside } from '../../../src/store/write-aside.js';
import { folderWith, removeFolders } from './temporary.js';

afterAll(removeFolders);

describe('a file written aside', () => {
  it('stands there whole, and nothing beside it; its folders are made', () => {
    const folder = folderWith({});
    const target = join(folder, 'memos/code/a.md');
    writeAside(target, '備忘');
    writeAside(target, Buffer.from('memo'));
    expect(readFileSync(target, 'utf8')).toBe('memo');
    expect(readdirSync(join(folder, 'memos/code'))).toEqual(['a.md']);
  });

  it('has the permissions that are asked for', () => {
    const target = join(folderWith({ 'a.txt': 'old' }), 'a.txt');
    writeAside(target, 'new', 0o600);
    expect(statSync(target).mode & 0o777).toBe(0o600);
  });

  it('leaves everything as it was where it cannot be put in its place', () => {
    const folder = folderWith({ 'a.md/file': '', b: '' });
    expect(() => writeAside(join(folder, 'a.md'), 'text')).toThrow('EISDIR');
    expect(() => writeAside(join(folder, 'b/c/d.md'), 'text')).toThrow('ENOTDIR');
    expect(readdirSync(folder)).toEqual(['a.md', 'b']);
  });

  it('replaces what was read, and nothing else', () => {
    const folder = folderWith({ 'a.txt': 'read' });
    const target = join(folder, 'a.txt');
    expect(replaceAside(target, Buffer.from('read'), 'written')).toBe(true);
    expect(replaceAside(target, Buffer.from('read'), 'again')).toBe(false);
    expect(readFileSync(target, 'utf8')).toBe('written');
    expect(() => replaceAside(join(folder, 'gone.txt'), Buffer.from(''), 'text')).toThrow('ENOENT');
    expect(readdirSync(folder)).toEqual(['a.txt']);
  });
});
