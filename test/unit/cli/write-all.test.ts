import { afterAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileStream, leadsToFile } from '../../../src/cli/write-all.js';
import { folderWith, removeFolders } from '../store/temporary.js';

afterAll(removeFolders);

describe('a stream into a file', () => {
  it('writes everything, in its order and at once', () => {
    const path = join(folderWith({}), 'out.txt');
    const descriptor = openSync(path, 'w');
    const stream = fileStream(descriptor);
    const pieces = Array.from({ length: 50 }, (_, i) => `${i}信任\n`.repeat(i * 100));
    for (const piece of pieces) stream.write(piece);
    expect(leadsToFile(descriptor)).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe(pieces.join(''));
    closeSync(descriptor);
  });

  it('tells when the system refuses', async () => {
    const descriptor = openSync(join(folderWith({ 'in.txt': '' }), 'in.txt'), 'r');
    const stream = fileStream(descriptor);
    const failed = once(stream, 'error');
    stream.write('x');
    expect(await failed).toMatchObject([{ code: 'EBADF' }]);
    closeSync(descriptor);
  });
});
