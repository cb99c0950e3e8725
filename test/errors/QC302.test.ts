import { expect, it } from '@jest/globals';
import { diagnosed } from './transcript-case.js';

it('QC302: a Word file with the name of a text', () => {
  const diagnostic = diagnosed('QC302', Uint8Array.of(0x50, 0x4b, 3, 4, 0x14, 0, 6, 0));
  expect(diagnostic).toMatchObject({
    severity: 'error',
    usable: false,
    message: 'not a text file: a NUL byte at offset 5',
  });
});
