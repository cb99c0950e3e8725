import { it } from '@jest/globals';
import { anchoringOf } from '../../src/coding/anchoring.js';
import { foldEvents } from '../../src/coding/fold.js';
import { placeLog } from '../../src/coding/placed.js';
import { encode } from '../../src/text/utf8.js';
import { apply } from '../unit/coding/build.js';
import { expectFinding } from './coding-case.js';

const log = { coder: 'ann', source: 'a.txt', file: 'codings/ann/a.txt.jsonl' };

it('QC207: a coding whose quotation has no sure place is named', () => {
  const folded = foldEvents([apply('x', 'trust', 0, 'nope')]);
  const { diagnostics } = placeLog(folded, log, anchoringOf(encode('We trust them.')), new Set(['trust']));
  expectFinding(diagnostics, 'QC207', {
    severity: 'warning',
    message: 'coding "x" (trust): “nope” is not at characters 0–4 of a.txt; nothing is like it (lost)',
    place: { file: log.file },
  });
});
