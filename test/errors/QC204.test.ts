import { it } from '@jest/globals';
import { parseLog } from '../../src/coding/log.js';
import { expectFinding } from './coding-case.js';

it('QC204: an unknown event is a warning', () => {
  const { diagnostics } = parseLog('{"event":"split","id":"a1","at":"2026-01-02T03:04:05Z"}\n', 'log.jsonl');
  expectFinding(diagnostics, 'QC204', { severity: 'warning', message: 'unknown event "split"' });
});
