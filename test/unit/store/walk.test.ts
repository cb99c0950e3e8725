import { afterAll, describe, expect, it } from '@jest/globals';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { isFile, isFolder, walk } from '../../../src/store/walk.js';
import { folderWith, removeFolders } from './temporary.js';

afterAll(removeFolders);

describe('a walk through a folder', () => {
  it('lists a broken link with what it is named like, and goes on', () => {
    const folder = folderWith({ 'a.txt': 'A: x', 'deep/b.md': 'A: y', 'c.csv': '' });
    symlinkSync('circle.txt', join(folder, 'circle.txt'));
    symlinkSync('nothing.docx', join(folder, 'lost.docx'));
    symlinkSync('nothing.csv', join(folder, 'lost.csv'));
    symlinkSync('deep', join(folder, 'folder.txt'));
    const { transcripts, others, unreadable } = walk(folder);
    expect([...transcripts].sort()).toEqual(['a.txt', 'circle.txt', 'deep/b.md']);
    expect(others).toEqual(['c.csv']);
    expect(unreadable).toEqual(['lost.docx']);
  });

  it('takes a link in a circle, or a path through a file, for nothing', () => {
    const folder = folderWith({ 'a.txt': '' });
    symlinkSync('circle', join(folder, 'circle'));
    for (const name of ['circle', 'a.txt/cases.csv', 'missing']) {
      expect([isFile(join(folder, name)), isFolder(join(folder, name))]).toEqual([false, false]);
    }
  });
});
