import { expect, it } from '@jest/globals';
import { diagnosed } from './transcript-case.js';

it('QC307: labels that stand once are taken for speech', () => {
  const diagnostic = diagnosed(
    'QC307',
    '---\ncase: A\n---\nInterviewer: And?\n\nMei: Well.\n\nDan Brown: Yes.\n\nAnn: No.\n\nInterviewer: So.\n\nMei: Yes.\n',
  );
  expect(diagnostic).toMatchObject({
    severity: 'info',
    usable: true,
    message: 'taken for speech, since it stands nowhere else as a label: “Dan Brown”, “Ann”',
    place: { line: 8, column: 1, excerpt: 'Dan Brown: Yes.', width: 9 },
  });
});

it('QC307: a label that recurs and is taken for speech is a warning', () => {
  const diagnostic = diagnosed(
    'QC307',
    'Interviewer: go on.\nMei: two points.\nQuestion: where is it?\nQuestion: who has it?\nInterviewer: ok.\nMei: done.\n',
  );
  expect(diagnostic).toMatchObject({ severity: 'warning', usable: true, place: { line: 3, width: 8 } });
  expect(diagnostic.message).toMatch(/recurs or stands where a speaker would: “Question”$/);
});
