import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { editCodebook } from '../../src/store/edit-codebook.js';
import { folderWith, removeFolders } from '../unit/store/temporary.js';
import { expectFinding } from './coding-case.js';

afterAll(removeFolders);

it('QC436: a codebook that somebody else wrote in the meantime is not written over', async () => {
  const path = join(folderWith({ 'codebook.yaml': 'codes:\n  - id: a\n' }), 'codebook.yaml');
  const theirs = 'codes:\n  - id: a\n  - id: theirs\n';
  const { value, diagnostics } = await editCodebook(
    path,
    (yaml) => {
      writeFileSync(path, theirs);
      return { value: `${yaml}  - id: ours\n`, diagnostics: [] };
    },
    'codebook.yaml',
  );
  expect(value).toBeUndefined();
  expectFinding(diagnostics, 'QC436', { severity: 'error', place: { file: 'codebook.yaml' } });
  expect(readFileSync(path, 'utf8')).toBe(theirs);
});
