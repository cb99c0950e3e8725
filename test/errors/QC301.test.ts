import { expect, it } from '@jest/globals';
import { diagnosed } from './transcript-case.js';

it('QC301: bytes that are no UTF-8, with their offset', () => {
  const diagnostic = diagnosed('QC301', Uint8Array.of(0x49, 0x3a, 0x20, 0xff, 0x0a), 'interview.txt', {
    encoding: 'utf-8',
  });
  expect(diagnostic).toMatchObject({
    severity: 'error',
    usable: false,
    message: 'cannot be decoded as utf-8: byte 0xFF at offset 3',
  });
});
