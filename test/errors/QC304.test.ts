import { expect, it } from '@jest/globals';
import { diagnosed } from './transcript-case.js';

it('QC304: characters lost in an earlier conversion', () => {
  expect(diagnosed('QC304', 'I: a\nR: so \ufffd\ufffd it\n')).toMatchObject({
    severity: 'warning',
    usable: true,
    place: { line: 2, column: 7 },
  });
});

it('QC304: private-use characters', () => {
  expect(diagnosed('QC304', '---\ncase: A\n---\nI: 我\ue0f8\n')).toMatchObject({
    place: { line: 4, column: 5, excerpt: 'I: 我\ue0f8' },
  });
});
