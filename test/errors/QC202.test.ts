import { it } from '@jest/globals';
import { parseLog } from '../../src/coding/log.js';
import { expectFinding } from './coding-case.js';

it('QC202: a torn last line is a warning', () => {
  const { diagnostics } = parseLog('{"event":"app', 'log.jsonl');
  expectFinding(diagnostics, 'QC202', {
    severity: 'warning',
    place: { file: 'log.jsonl', line: 1, column: 1, excerpt: '{"event":"app' },
  });
});
