import { expect, it } from '@jest/globals';
import { diagnosed } from './transcript-case.js';

it('QC310: a file of Latin text that is no UTF-8 is read as Windows-1252, and that is told', () => {
  const bytes = Uint8Array.from('I: yes\nR: don\x92t go to M\xfcnchen\n', (character) => character.charCodeAt(0));
  const diagnostic = diagnosed('QC310', bytes);
  expect(diagnostic).toMatchObject({
    severity: 'info',
    usable: true,
    place: { line: 2, column: 7, excerpt: 'R: don’t go to München' },
  });
});
