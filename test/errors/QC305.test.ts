import { expect, it } from '@jest/globals';
import { diagnosed } from './transcript-case.js';

it.each([
  ['', 'the transcript is empty'],
  ['\n \n', 'the transcript holds nothing but white space'],
  ['---\ncase: A\n---\n', 'the transcript is empty'],
])('QC305: %j', (text, message) =>
  expect(diagnosed('QC305', text)).toMatchObject({ severity: 'warning', usable: true, message }),
);
