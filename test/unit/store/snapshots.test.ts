import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { keepSnapshot, readSnapshots } from '../../../src/store/snapshots.js';
import { digestOf } from '../../../src/text/digest.js';
import { folderWith, removeFolders } from './temporary.js';

afterAll(removeFolders);

describe('which codes there were', () => {
  it('is kept once for each state of the codebook, under its SHA-256', () => {
    const folder = folderWith({ 'codings/ann/a.txt.jsonl': '' });
    const bytes = Buffer.from('codes:\n  - id: b\n  - id: a\n');
    const digest = keepSnapshot(folder, bytes, ['b', 'a']);
    expect(digest).toBe(digestOf(bytes));
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    const path = join(folder, 'codings/.codebooks', `${digest}.json`);
    expect(readFileSync(path, 'utf8')).toBe('{"codes":["a","b"]}\n');
    keepSnapshot(folder, bytes, ['b', 'a']);
    expect(readdirSync(join(folder, 'codings/.codebooks'))).toEqual([`${digest}.json`]);
    expect(readSnapshots(folder)).toEqual(new Map([[digest, new Set(['a', 'b'])]]));
  });

  it('is unknown where a file is damaged or missing', () => {
    const folder = folderWith({});
    expect(readSnapshots(folder).size).toBe(0);
    const digest = keepSnapshot(folder, Buffer.from('x'), ['a']);
    writeFileSync(join(folder, 'codings/.codebooks', `${digest}.json`), '{"codes":["a');
    expect(readSnapshots(folder).size).toBe(0);
  });
});
