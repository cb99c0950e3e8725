import { expect, it } from '@jest/globals';
import { addCode } from '../../src/codebook/edit/add.js';
import { mergeCodes } from '../../src/codebook/edit/merge.js';
import { renameCode } from '../../src/codebook/edit/rename.js';

const YAML = 'codes:\n  - id: trust\n    was: [faith]\n    codes:\n      - id: trust-in-law\n  - id: money\n';
const FILE = 'codebook.yaml';

it.each([
  ['an id that is taken', () => addCode(YAML, FILE, { id: 'money', name: '', parent: null }), 'already', 'another id'],
  [
    'an id that a code once had',
    () => addCode(YAML, FILE, { id: 'faith', name: '', parent: null }),
    'once had',
    'another id',
  ],
  ['an id that cannot be one', () => renameCode(YAML, FILE, { id: 'money', to: 'a b' }), 'a space', 'codebook list'],
  ['a parent that is not there', () => addCode(YAML, FILE, { id: 'x', name: '', parent: 'mony' }), '"mony"', 'money'],
  [
    'a code that has another id now',
    () => renameCode(YAML, FILE, { id: 'faith', to: 'x' }),
    '"faith" was renamed or merged: it is trust now',
    'Name trust',
  ],
  ['a code merged into itself', () => mergeCodes(YAML, FILE, { from: 'money', into: 'money' }), 'itself', 'two codes'],
  [
    'a code merged into one below it',
    () => mergeCodes(YAML, FILE, { from: 'trust', into: 'trust-in-law' }),
    'lies below',
    'Merge trust-in-law into trust',
  ],
])('QC126: %s', (_, edit, message, remedy) => {
  const { value, diagnostics } = edit();
  expect(value).toBeUndefined();
  expect(diagnostics).toHaveLength(1);
  expect(diagnostics[0]!.code).toBe('QC126');
  expect(diagnostics[0]!.message).toContain(message);
  expect(diagnostics[0]!.remedy).toContain(remedy);
});
