import { it } from '@jest/globals';
import { parseLog } from '../../src/coding/log.js';
import { expectFinding } from './coding-case.js';

it('QC201: a line that is not JSON is named by its line', () => {
  const { diagnostics } = parseLog('{"event":"apply",,}\n', 'log.jsonl');
  expectFinding(diagnostics, 'QC201', {
    severity: 'error',
    place: { file: 'log.jsonl', line: 1, column: 1, excerpt: '{"event":"apply",,}' },
  });
});
