import { createHash } from 'node:crypto';
import { expect } from '@jest/globals';
import { anchorOf } from '../../src/coding/anchor.js';
import type { Verdict } from '../../src/coding/event.js';
import { printEvent } from '../../src/coding/print-event.js';
import { parseTranscript } from '../../src/text/parse.js';
import { encode } from '../../src/text/utf8.js';
import { codeSpans, documentOf, filesOf, rowsOf } from './docs-blocks.js';
import { folderWith } from './run.js';

const methods = documentOf('METHODS.md');
const files = filesOf(methods);

export const SOURCE = 'transcripts/A2-1.txt';
export const LOG = `codings/chan/${SOURCE}.jsonl`;
const VERDICTS: Readonly<Record<string, Verdict | undefined>> = {
  applied: undefined,
  "the rule's coding accepted": 'accept',
  "the rule's coding rejected": 'reject',
};

/** The log of the coder, from the table of what was coded. */
export function logOfCoder(): string {
  const { text } = parseTranscript(SOURCE, encode(files[SOURCE]!), { file: SOURCE }).value!;
  const digest = createHash('sha256').update(text).digest('hex');
  return rowsOf(methods, 'quotation')
    .map(([quotation, code, event], i) => {
      const exact = codeSpans(quotation!)[0]!;
      const start = Buffer.from(text).indexOf(exact);
      expect(start).toBeGreaterThan(0);
      expect(VERDICTS).toHaveProperty([event!]);
      const anchor = anchorOf({ start, end: start + encode(exact).length }, text, digest);
      const verdict = VERDICTS[event!];
      const at = `2026-01-02T03:04:0${i + 1}Z`;
      return `${printEvent({ event: 'apply', id: `c${i + 1}`, at, code: code!, anchor, ...(verdict && { verdict }) })}\n`;
    })
    .join('');
}

/** The example study, with the log of its coder. */
export function methodsStudy(): string {
  return folderWith({ ...files, [LOG]: logOfCoder() });
}
