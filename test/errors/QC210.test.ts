import { it } from '@jest/globals';
import { anchoringOf } from '../../src/coding/anchoring.js';
import { foldEvents } from '../../src/coding/fold.js';
import { placeLog } from '../../src/coding/placed.js';
import { encode } from '../../src/text/utf8.js';
import { apply } from '../unit/coding/build.js';
import { expectFinding } from './coding-case.js';

const log = { coder: 'ann', source: 'a.txt', file: 'codings/ann/a.txt.jsonl' };

it('QC210: a coding that moved with its quotation is named', () => {
  const folded = foldEvents([apply('x', 'trust', 0, 'We trust them, and they trust us, in all those years.')]);
  const { diagnostics } = placeLog(
    folded,
    log,
    anchoringOf(encode('Ann: We trust them, and they trust us, in all those years.')),
    new Set(['trust']),
  );
  expectFinding(diagnostics, 'QC210', {
    severity: 'info',
    message:
      'coding "x" (trust): “We trust them, and they trust us, in al…” moved by 5 characters towards the end in a.txt',
    place: { file: log.file },
  });
});
