import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Mark } from '../../../src/tui/model/marks.js';
import { lanesOf } from '../../../src/tui/view/lanes.js';

const ROWS = Array.from({ length: 6 }, (_, i) => ({ start: 10 * i, end: 10 * i + 10 }));
const SIGNS = { first: '┏', middle: '┃', last: '┗', only: '■', more: '+' } as const;

const mark = (start: number, end: number, code = 'a'): Mark => ({
  start,
  end,
  code,
  kind: 'own',
  id: null,
  coder: null,
  memo: null,
  starred: false,
});

function drawn(marks: readonly Mark[], count: number): string[] {
  return lanesOf(ROWS, marks, count).map((row) => row.map((cell) => (cell === null ? ' ' : SIGNS[cell.part])).join(''));
}

describe('the brackets beside the text', () => {
  it('show where a coding begins, goes on and ends', () => {
    expect(drawn([mark(12, 45)], 2)).toEqual(['  ', '┏ ', '┃ ', '┃ ', '┗ ', '  ']);
    expect(drawn([mark(12, 15)], 1)).toEqual([' ', '■', ' ', ' ', ' ', ' ']);
  });

  it('stand side by side where codings overlap, or touch the same row', () => {
    expect(drawn([mark(0, 40), mark(12, 28)], 2)).toEqual(['┏ ', '┃┏', '┃┗', '┗ ', '  ', '  ']);
    expect(drawn([mark(0, 15), mark(15, 30)], 2)).toEqual(['┏ ', '┗┏', ' ┗', '  ', '  ', '  ']);
  });

  it('take a column again that is free', () => {
    expect(drawn([mark(0, 20), mark(30, 50)], 2)).toEqual(['┏ ', '┗ ', '  ', '┏ ', '┗ ', '  ']);
  });

  it('go on over the edges of the screen', () => {
    expect(drawn([mark(-100, 15), mark(45, 900)], 1)).toEqual(['┃', '┗', ' ', ' ', '┏', '┃']);
  });

  it('say where there are more than columns', () => {
    expect(drawn([mark(0, 20), mark(5, 30), mark(6, 30)], 2)).toEqual(['┏+', '┗+', ' +', '  ', '  ', '  ']);
  });

  it('never put two codings into one place, and show every one that there is room for', () => {
    const spans = fc.array(
      fc
        .tuple(fc.integer({ min: -30, max: 80 }), fc.integer({ min: 1, max: 60 }))
        .map(([start, size]) => mark(start, start + size)),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(spans, (marks) => {
        const touching = marks.filter(({ start, end }) => start < 60 && end > 0);
        const lanes = lanesOf(ROWS, touching, 6);
        for (const one of touching) {
          const rows = ROWS.flatMap((row, i) => (one.start < row.end && row.start < one.end ? [i] : []));
          const columns = rows.map((row) => lanes[row]!.findIndex((cell) => cell?.mark === one));
          expect(columns[0]).toBeGreaterThanOrEqual(0);
          expect(new Set(columns).size).toBe(1);
        }
      }),
      { seed: 9, numRuns: 500 },
    );
  });
});
