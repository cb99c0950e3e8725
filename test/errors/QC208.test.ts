import { it } from '@jest/globals';
import { anchoringOf } from '../../src/coding/anchoring.js';
import { foldEvents } from '../../src/coding/fold.js';
import { placeLog } from '../../src/coding/placed.js';
import { encode } from '../../src/text/utf8.js';
import { apply } from '../unit/coding/build.js';
import { expectFinding } from './coding-case.js';

const log = { coder: 'ann', source: 'a.txt', file: 'codings/ann/a.txt.jsonl' };

it('QC208: a coding with a code that the codebook lacks is named', () => {
  const folded = foldEvents([apply('x', 'thrust', 0, 'We')]);
  const { diagnostics } = placeLog(folded, log, anchoringOf(encode('We trust them.')), new Set(['trust']));
  expectFinding(diagnostics, 'QC208', {
    severity: 'warning',
    message: 'coding "x" has the code "thrust", which the codebook lacks',
    place: { file: log.file },
  });
});
