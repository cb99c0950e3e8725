import { it } from '@jest/globals';
import { anchoringOf } from '../../src/coding/anchoring.js';
import { foldEvents } from '../../src/coding/fold.js';
import { placeLog } from '../../src/coding/placed.js';
import { encode } from '../../src/text/utf8.js';
import { apply } from '../unit/coding/build.js';
import { expectFinding } from './coding-case.js';

const log = { coder: 'ann', source: 'a.txt', file: 'codings/ann/a.txt.jsonl' };

it('QC209: two different events of one id are named', () => {
  const folded = foldEvents([apply('x', 'trust', 0, 'We'), apply('x', 'trust', 1, 'e')]);
  const { diagnostics } = placeLog(folded, log, anchoringOf(encode('We trust them.')), new Set(['trust']));
  expectFinding(diagnostics, 'QC209', {
    severity: 'warning',
    message: 'two different events have the id "x"',
    place: { file: log.file },
  });
});
