import { expect, it } from '@jest/globals';
import { diagnosed } from './transcript-case.js';

it('QC307: labels that stand once are taken for speech', () => {
  const diagnostic = diagnosed('QC307', '---\ncase: A\n---\nInterviewer: And?\n\nDan Brown: Yes.\n\nAnn: No.\n\nInterviewer: So.\n');
  expect(diagnostic).toMatchObject({
    severity: 'info', usable: true, message: 'taken for speech, since it stands nowhere else as a label: “Dan Brown”, “Ann”',
    place: { line: 6, column: 1, excerpt: 'Dan Brown: Yes.', width: 9 },
  });
});
