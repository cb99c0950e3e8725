import { expect, it } from '@jest/globals';
import { diagnosed } from './transcript-case.js';

it('QC303: an encoding nobody knows', () => {
  expect(diagnosed('QC303', 'I: a\n', 'interview.txt', { encoding: 'utf-99' })).toMatchObject({
    severity: 'error',
    usable: false,
    message: 'unknown encoding “utf-99”',
  });
});
