import { afterAll, describe, expect, it } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { mayReplace, writeReportFolder } from '../../../src/store/report-folder.js';
import { folderWith, removeFolders } from './temporary.js';

afterAll(removeFolders);

const manifest = (...files: string[]): string =>
  JSON.stringify({ schema: 'qcode/report-folder@1', files: files.map((file) => ({ file })) });

describe('the folder of a report', () => {
  it.each<[string, Record<string, string>, boolean]>([
    ['nothing is in it', {}, true],
    ['only files of a report are', { 'manifest.json': manifest('cases.csv', '频次.csv'), 'cases.csv': '' }, true],
    ['another file is beside them', { 'manifest.json': manifest('cases.csv'), 'notes.md': '' }, false],
    ['there is no manifest', { 'cases.csv': '' }, false],
    ['the manifest is of something else', { 'manifest.json': '{"files": []}' }, false],
    ['the manifest cannot be read', { 'manifest.json': '{' }, false],
  ])('may be replaced or not where %s', (_, files, may) => {
    expect(mayReplace(folderWith(files))).toBe(may);
  });

  it('may be put where nothing is, and not in the place of a file', () => {
    const folder = folderWith({ tables: '' });
    expect([mayReplace(join(folder, 'new')), mayReplace(join(folder, 'tables'))]).toEqual([true, false]);
  });

  it('takes the place of an earlier one whole', () => {
    const target = join(folderWith({ 'tables/old.csv': '', 'tables/manifest.json': manifest('old.csv') }), 'tables');
    writeReportFolder(target, [{ name: '频次.csv', content: 'code\n' }]);
    expect(readdirSync(target)).toEqual(['频次.csv']);
    expect(readFileSync(join(target, '频次.csv'), 'utf8')).toBe('code\n');
    expect(readdirSync(dirname(target))).toEqual(['tables']);
  });
});
