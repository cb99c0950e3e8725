import { describe, expect, it } from '@jest/globals';
import { foldEvents } from '../../../src/coding/fold.js';
import { placeLog } from '../../../src/coding/placed.js';
import { encode } from '../../../src/text/utf8.js';
import { apply, seen, verdict } from './build.js';

const log = { coder: 'ann', source: 'a.txt', file: 'codings/ann/a.txt.jsonl' };

describe('a log laid on its text', () => {
  it('gives codings and verdicts in bytes of canonical text', () => {
    const folded = foldEvents([
      apply('1', 'trust', 2, '信任', { memo: 'why' }),
      verdict('2', 'trust', 0, '我们', 'accept'),
      seen('3', 0, 5),
    ]);
    const placed = placeLog(folded, log, encode('我们信任他'), new Set(['trust']));
    expect(placed.diagnostics).toEqual([]);
    expect(placed.codings).toEqual([
      {
        id: '1',
        source: 'a.txt',
        segment: { start: 6, end: 12 },
        code: 'trust',
        by: { coder: 'ann', at: '2026-01-02T03:04:05Z' },
        memo: 'why',
      },
    ]);
    expect(placed.verdicts).toEqual([{ segment: { start: 0, end: 6 }, code: 'trust', verdict: 'accept' }]);
    expect(placed.seen).toHaveLength(1);
  });

  it('drops nothing in silence: what has no place or no code is named', () => {
    const folded = foldEvents([
      apply('lost', 'trust', 0, '信用'),
      apply('odd', 'trsut', 2, '信任'),
      verdict('v', 'trust', 1, '街', 'reject'),
      apply('same', 'trust', 0, '我'),
      apply('same', 'trust', 1, '们'),
    ]);
    const placed = placeLog(folded, log, encode('我们信任他'), new Set(['trust']));
    expect(placed.codings.map(({ id }) => id)).toEqual(['same', 'same']);
    expect(placed.verdicts).toEqual([]);
    expect(placed.diagnostics.map(({ code }) => code).sort()).toEqual(['QC207', 'QC207', 'QC208', 'QC209']);
    expect(placed.diagnostics.every(({ place }) => place?.file === log.file)).toBe(true);
  });

  it('follows a quotation that moved, and says by how much; the log stays', () => {
    const folded = foldEvents([
      apply('1', 'trust', 2, '信任'),
      verdict('2', 'trust', 0, '我们', 'accept'),
      apply('3', 'trust', 4, '他'),
    ]);
    const placed = placeLog(folded, log, encode('他说：我们信任'), new Set(['trust']));
    expect(placed.codings.map(({ segment }) => segment)).toEqual([
      { start: 15, end: 21 },
      { start: 0, end: 3 },
    ]);
    expect(placed.verdicts.map(({ segment }) => segment)).toEqual([{ start: 9, end: 15 }]);
    expect(placed.diagnostics.map(({ code, severity, message }) => [code, severity, message])).toEqual([
      ['QC210', 'info', 'coding "1" (trust): “信任” moved by 3 characters towards the end in a.txt'],
      ['QC210', 'info', 'coding "3" (trust): “他” moved by 4 characters towards the beginning in a.txt'],
      ['QC210', 'info', 'coding "2" (trust): “我们” moved by 3 characters towards the end in a.txt'],
    ]);
  });
});
