import { expect, it } from '@jest/globals';
import { diagnosed } from './transcript-case.js';

it('QC306: a header that is no YAML, with line and column in the file', () => {
  const diagnostic = diagnosed('QC306', '---\ncase: A1\nplace: a: b\n---\nI: a\n');
  expect(diagnostic).toMatchObject({
    severity: 'warning',
    usable: true,
    place: { line: 3, column: 8, excerpt: 'place: a: b' },
  });
});

it('QC306: a key that comes twice', () => {
  expect(diagnosed('QC306', '---\ncase: A1\ncase: A2\n---\nI: a\n').place?.line).toBe(3);
});

it('QC306: names what was taken line by line', () => {
  expect(diagnosed('QC306', "---\ncase: 'A: b'\nnote: a: b\n---\nI: a\n").message).toMatch(
    /taken from it, line by line: case: A: b \| note: a: b$/,
  );
});
