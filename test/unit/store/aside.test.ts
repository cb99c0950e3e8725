import { afterAll, describe, expect, it } from '@jest/globals';
import {
  chmodSync,
  existsSync,
  lstatSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
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

  it('keeps the permissions of what it replaces', () => {
    const folder = folderWith({ 'out.csv': 'old', 'report/old.csv': 'old' });
    const [file, tables] = [join(folder, 'out.csv'), join(folder, 'report')];
    chmodSync(file, 0o600);
    chmodSync(tables, 0o700);
    const mode = (path: string): number => statSync(path).mode & 0o777;
    const [one, other] = [asideFile(file), asideFolder(tables)];
    expect([one, other].map(({ path }) => mode(path))).toEqual([0o600, 0o700]);
    one.commit();
    other.commit();
    expect([file, tables].map(mode)).toEqual([0o600, 0o700]);
  });

  it('replaces what a link leads to, not the link', () => {
    const folder = folderWith({ 'real/out.csv': 'old', 'real/tables/old.csv': 'old' });
    for (const name of ['out.csv', 'tables']) symlinkSync(`real/${name}`, join(folder, name));
    const [file, tables] = [asideFile(join(folder, 'out.csv')), asideFolder(join(folder, 'tables'))];
    writeFileSync(file.path, 'new');
    file.commit();
    tables.commit();
    expect(readFileSync(join(folder, 'real/out.csv'), 'utf8')).toBe('new');
    expect(readdirSync(join(folder, 'real/tables'))).toEqual([]);
    expect(['out.csv', 'tables'].map((name) => lstatSync(join(folder, name)).isSymbolicLink())).toEqual([true, true]);
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
