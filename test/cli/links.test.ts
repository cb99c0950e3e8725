import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { folderWith, qcode, removeFolders, SMALL } from './run.js';

afterAll(removeFolders);

describe('a folder with links and pipes among its transcripts', () => {
  it('has each named that cannot be read, and the rest counted', () => {
    const folder = folderWith({ 'codebook.yaml': SMALL['codebook.yaml'], 't/a.txt': SMALL['transcripts/a.txt'] });
    symlinkSync('loop.txt', join(folder, 't/loop.txt'));
    symlinkSync('nowhere.txt', join(folder, 't/lost.txt'));
    execFileSync('mkfifo', [join(folder, 't/pipe.txt')]);
    const { code, stdout, stderr } = qcode(folder, ['frequency', '--codebook', 'codebook.yaml', 't']);
    expect(code).toBe(1);
    for (const name of ['loop.txt', 'lost.txt', 'pipe.txt']) expect(stderr).toContain(`t/${name}`);
    expect(stdout).toContain('Read: 1 of 3 sources');
  });
});
