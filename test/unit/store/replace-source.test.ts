import { afterAll, describe, expect, it } from '@jest/globals';
import { chmodSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keptPath, replaceSource } from '../../../src/store/replace-source.js';
import type { Source } from '../../../src/store/sources.js';
import { folderWith, removeFolders } from './temporary.js';

afterAll(removeFolders);

const ID = 'transcripts/a.txt';
const [BEFORE, AFTER] = [Buffer.from('Ann: No trsut.\n'), Buffer.from('Ann: No trust.\n')];

function study(): { folder: string; source: Source } {
  const folder = folderWith({ [ID]: BEFORE });
  return { folder, source: { id: ID, path: join(folder, ID), shown: ID } as Source };
}

describe('a transcript that is replaced', () => {
  it('is kept, with who may read it', () => {
    const { folder, source } = study();
    chmodSync(source.path, 0o600);
    expect(replaceSource(folder, source, BEFORE, AFTER)).toBeNull();
    const kept = join(folder, keptPath(ID, BEFORE));
    expect([source.path, kept].map((path) => readFileSync(path, 'utf8'))).toEqual([AFTER, BEFORE].map(String));
    expect([source.path, kept].map((path) => statSync(path).mode & 0o777)).toEqual([0o600, 0o600]);
  });

  it('stays where somebody else wrote it in the meantime', () => {
    const { folder, source } = study();
    writeFileSync(source.path, 'theirs');
    expect(replaceSource(folder, source, BEFORE, AFTER)?.message).toBe(
      `${ID} was changed by somebody else in the meantime`,
    );
    expect(readFileSync(source.path, 'utf8')).toBe('theirs');
    expect(readdirSync(join(folder, 'transcripts'))).toEqual(['a.txt']);
  });

  it('or is gone in the meantime is told', () => {
    const { folder, source } = study();
    rmSync(source.path);
    expect(replaceSource(folder, source, BEFORE, AFTER)?.message).toContain(`${ID} cannot be written: `);
    mkdirSync(source.path);
    expect(replaceSource(folder, source, BEFORE, AFTER)?.message).toContain(`${ID} cannot be written: `);
    expect(readdirSync(join(folder, 'transcripts'))).toEqual(['a.txt']);
  });

  it('is not touched where it cannot be kept', () => {
    const { folder, source } = study();
    writeFileSync(join(folder, '.replaced'), 'a file');
    expect(replaceSource(folder, source, BEFORE, AFTER)?.message).toContain('.replaced/transcripts/a.txt.');
    expect(readFileSync(source.path)).toEqual(BEFORE);
  });
});
