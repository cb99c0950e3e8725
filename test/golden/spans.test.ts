import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { qcode } from '../cli/run.js';

/* Segments of every size that overlap in part; every number is derived in spans/README.md. */

function rows(command: string, ...words: string[]): string[][] {
  const { stdout, stderr, code } = qcode('.', [command, '--study', 'test/golden/spans', '--format', 'csv', ...words]);
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  return parse(stdout);
}

describe('segments that overlap in part', () => {
  it.each([
    ['segments', ['2', '2', '3', '2']],
    ['hits', ['3', '2', '3', '']],
    ['words', ['13', '2', '10', '4']],
    ['characters', ['57', '10', '45', '19']],
  ])('count %s', (counting, expected) => {
    expect(rows('frequency', '--count', counting).slice(1)).toEqual(
      ['P', 'Q', 'S', 'R'].map((code, i) => [code, expected[i], expected[i]]),
    );
  });

  /** code, with, both, same words, cases, n1, n2, Jaccard */
  const pairs = (unit: string): string[][] =>
    rows('cooccurrence', '--unit', unit, '--long')
      .slice(1)
      .map((row) => row.slice(0, 8));

  it('meet in pairs of segments, and Jaccard may pass 1, which is said', () => {
    expect(pairs('overlap')).toEqual([
      ['P', 'Q', '2', '0', '1', '2', '2', '1'],
      ['P', 'S', '3', '3', '1', '2', '3', '1.5'],
      ['P', 'R', '2', '0', '1', '2', '2', '1'],
      ['Q', 'S', '1', '0', '1', '2', '3', '0.25'],
      ['Q', 'R', '1', '0', '1', '2', '2', String(1 / 3)],
      ['S', 'R', '3', '0', '1', '3', '2', '1.5'],
    ]);
    const remarks = rows('cooccurrence', '--unit', 'overlap', '--long')
      .slice(1)
      .map((row) => row[8] !== '');
    expect(remarks).toEqual([false, true, false, false, false, true]);
  });

  it('meet in the sentences that they touch', () => {
    expect(pairs('sentence')).toEqual([
      ['P', 'Q', '2', '0', '1', '4', '2', '0.5'],
      ['P', 'S', '3', '3', '1', '4', '3', '0.75'],
      ['P', 'R', '2', '0', '1', '4', '2', '0.5'],
      ['Q', 'S', '1', '0', '1', '2', '3', '0.25'],
      ['Q', 'R', '1', '0', '1', '2', '2', String(1 / 3)],
      ['S', 'R', '2', '0', '1', '3', '2', String(2 / 3)],
    ]);
  });

  it('meet in paragraphs', () => {
    expect(pairs('paragraph').map(([a, b, both, same]) => `${a}${b} ${both} ${same}`)).toEqual([
      'PQ 1 0',
      'PS 2 2',
      'PR 1 0',
      'QS 1 0',
      'QR 1 0',
      'SR 1 0',
    ]);
  });
});
