import { expect, it } from '@jest/globals';
import { renameCode } from '../../src/codebook/edit/rename.js';
import { catalogue } from '../../src/core/catalogue.js';

it('QC125: a layout that qcode cannot edit is left as it is, and it is said what to write by hand', () => {
  const yaml = 'codes:\n  - id: a\n    was: |\n      old\n';
  const { value, diagnostics } = renameCode(yaml, 'codebook.yaml', { id: 'a', to: 'b' });
  expect(value).toBeUndefined();
  expect(diagnostics).toHaveLength(1);
  expect(diagnostics[0]).toMatchObject({
    code: 'QC125',
    severity: 'error',
    remedy: 'Write "id: b" in place of "id: a" in an editor, and "was: [a]" below it.',
    place: { file: 'codebook.yaml' },
  });
  expect(catalogue['QC125']!.remedy).toBe('make the change in an editor');
});
