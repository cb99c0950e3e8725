import { afterAll, describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asideFile, asideFolder, discardAll, temporaryFile } from '../../../src/store/aside.js';
import { folderWith, removeFolders } from './temporary.js';

afterAll(removeFolders);

describe('what is built aside', () => {
  it('leaves a file as it was until it is committed', () => {
    const folder = folderWith({ 'out.csv': 'old' });
    const target = join(folder, 'out.csv');
    const aside = asideFile(target);
    writeFileSync(aside.path, 'new');
    expect(readFileSync(target, 'utf8')).toBe('old');
    aside.commit();
    expect(readFileSync(target, 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['out.csv']);
  });

  it('replaces a folder as a whole', () => {
    const folder = folderWith({ 'report/old.csv': 'old' });
    const target = join(folder, 'report');
    const aside = asideFolder(target);
    writeFileSync(join(aside.path, 'new.csv'), 'new');
    aside.commit();
    expect(readdirSync(target)).toEqual(['new.csv']);
    expect(readdirSync(folder)).toEqual(['report']);
  });

  it('is all removed by an interruption, and targets stay', () => {
    const folder = folderWith({ 'out.csv': 'old' });
    asideFile(join(folder, 'out.csv'));
    asideFolder(join(folder, 'report'));
    const spool = temporaryFile();
    discardAll();
    expect(readdirSync(folder)).toEqual(['out.csv']);
    expect(existsSync(spool.path)).toBe(false);
  });
});
