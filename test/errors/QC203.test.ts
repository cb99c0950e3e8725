import { expect, it } from '@jest/globals';
import { parseLog } from '../../src/coding/log.js';
import { expectFinding } from './coding-case.js';

it('QC203: an event without a field it needs is an error', () => {
  const { diagnostics } = parseLog(
    '{"event":"apply","id":"a1","at":"2026-01-02T03:04:05Z","anchor":{"start":0,"end":3,"exact":"yes","prefix":"","suffix":"","digest":"d"}}\n',
    'log.jsonl',
  );
  expectFinding(diagnostics, 'QC203', { severity: 'error', message: '"code" must be a text' });
});

it('QC203: a time that there is not is no time', () => {
  const { value, diagnostics } = parseLog(
    '{"event":"remove","id":"r1","at":"2026-13-01T00:00:00Z","targets":["a1"]}\n',
    'log.jsonl',
  );
  expectFinding(diagnostics, 'QC203', {
    severity: 'error',
    message: '"at" must be a time in UTC such as 2026-01-02T03:04:05Z',
  });
  expect(value).toEqual([]);
});
