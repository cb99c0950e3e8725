import { it } from '@jest/globals';
import { parseLog } from '../../src/coding/log.js';
import { expectFinding } from './coding-case.js';

it('QC206: an anchor that does not fit its quotation is an error', () => {
  const { diagnostics } = parseLog(
    '{"event":"apply","id":"a1","at":"2026-01-02T03:04:05Z","code":"c","anchor":{"start":0,"end":4,"exact":"yes","prefix":"","suffix":"","digest":"d"}}\n',
    'log.jsonl',
  );
  expectFinding(diagnostics, 'QC206', {
    severity: 'error',
    message: 'the quotation has 3 characters, its positions say 4',
  });
});
