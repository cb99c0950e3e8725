import { afterAll, describe, expect, it } from '@jest/globals';
import { linkSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { moveMemo } from '../../../src/store/move-memo.js';
import { folderWith, removeFolders } from './temporary.js';

afterAll(removeFolders);

const header = (code: string): string => `---\ntype: theory\non: code ${code}\n---\n\n`;
const textOf = (folder: string, code: string): string => readFileSync(join(folder, `memos/code/${code}.md`), 'utf8');

describe('the memo on a code that is renamed or merged', () => {
  it('goes with it, and its header says so', () => {
    const folder = folderWith({ 'memos/code/trust.md': `${header('trust')}On trust.\n` });
    expect(moveMemo(folder, 'trust', 'confidence')).toBe(true);
    expect(readdirSync(join(folder, 'memos/code'))).toEqual(['confidence.md']);
    expect(textOf(folder, 'confidence')).toBe(`${header('confidence')}On trust.\n`);
  });

  it('stands behind the one that is there', () => {
    const folder = folderWith({
      'memos/code/latent.md': `${header('latent')}On what is latent.\n`,
      'memos/code/trust.md': `${header('trust')}On trust.\n`,
    });
    expect(moveMemo(folder, 'latent', 'trust')).toBe(true);
    expect(readdirSync(join(folder, 'memos/code'))).toEqual(['trust.md']);
    expect(textOf(folder, 'trust')).toBe(`${header('trust')}On trust.\n\nOn what is latent.\n`);
  });

  it('does nothing where there is none', () => {
    const folder = folderWith({});
    expect(moveMemo(folder, 'trust', 'confidence')).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
  });

  // On disks that do not tell capitals from small letters, both names lead to one file. Two names of one file do too.
  it('is neither doubled nor lost where the disk does not tell the new name from the old one', () => {
    const folder = folderWith({ 'memos/code/Trust.md': `${header('Trust')}On trust.\n` });
    linkSync(join(folder, 'memos/code/Trust.md'), join(folder, 'memos/code/trust.md'));
    expect(moveMemo(folder, 'Trust', 'trust')).toBe(true);
    expect(readdirSync(join(folder, 'memos/code'))).toEqual(['trust.md']);
    expect(textOf(folder, 'trust')).toBe(`${header('trust')}On trust.\n`);
  });

  it('is not lost where it is a link to the other', () => {
    const folder = folderWith({ 'memos/code/trust.md': `${header('trust')}On trust.\n` });
    symlinkSync('trust.md', join(folder, 'memos/code/latent.md'));
    expect(moveMemo(folder, 'latent', 'trust')).toBe(true);
    expect(textOf(folder, 'trust')).toContain('On trust.');
  });
});
