import { it } from '@jest/globals';
import { parseLog } from '../../src/coding/log.js';
import { expectFinding } from './coding-case.js';

it('QC205: a conflict marker of git is an error', () => {
  const { diagnostics } = parseLog('<<<<<<< HEAD\n', 'log.jsonl');
  expectFinding(diagnostics, 'QC205', {
    severity: 'error',
    place: { file: 'log.jsonl', line: 1, column: 1, excerpt: '<<<<<<< HEAD' },
  });
});
