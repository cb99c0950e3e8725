import { expect, it } from '@jest/globals';
import { diagnosed } from './transcript-case.js';

it('QC309: a header without its end', () => {
  expect(diagnosed('QC309', '---\ncase: A1\n\nI: a\nR: b\n')).toMatchObject({
    severity: 'warning',
    usable: true,
    place: { line: 1 },
  });
});
