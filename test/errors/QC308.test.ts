import { expect, it } from '@jest/globals';
import { diagnosed } from './transcript-case.js';

it('QC308: a cue whose times cannot be read', () => {
  const diagnostic = diagnosed(
    'QC308',
    '1\n00:00:01,000 --> 00:00:02,000\nOne.\n\n2\n00:00:02 -> --> 00:03\nTwo.\n',
    'a.srt',
  );
  expect(diagnostic).toMatchObject({
    severity: 'warning',
    usable: true,
    place: { line: 6, excerpt: '00:00:02 -> --> 00:03' },
  });
});
