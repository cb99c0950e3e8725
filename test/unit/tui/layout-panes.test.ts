import { describe, expect, it } from '@jest/globals';
import { panes, textArea, tooSmall } from '../../../src/tui/layout/panes.js';
import { openSourceOf } from './open-source.js';

const short = openSourceOf('A: yes\nB: no');
const long = openSourceOf('A: yes\n'.repeat(100_000));

describe('the panes', () => {
  it('need 60 columns and 12 rows', () => {
    expect(tooSmall({ columns: 60, rows: 12 })).toBe(false);
    expect(tooSmall({ columns: 59, rows: 12 })).toBe(true);
    expect(tooSmall({ columns: 60, rows: 11 })).toBe(true);
  });

  it.each([
    [60, 0, 50],
    [69, 0, 59],
    [70, 26, 33],
    [80, 26, 43],
    [100, 32, 56],
    [200, 66, 120],
    [300, 166, 120],
  ])('of %i columns have a code pane of %i and text of %i', (columns, side, text) => {
    const placed = panes({ columns, rows: 24 }, short);
    expect([placed.side, placed.textColumns]).toEqual([side, text]);
    expect(placed.left + (side > 0 ? side + 1 : 0)).toBe(columns);
  });

  it('leave three rows to status, messages and keys', () => {
    expect(textArea({ columns: 80, rows: 24 }, short)).toEqual({ columns: 43, rows: 21 });
  });

  it('make room for longer line numbers', () => {
    expect(panes({ columns: 80, rows: 24 }, short).digits).toBe(3);
    expect(panes({ columns: 80, rows: 24 }, long).digits).toBe(6);
    expect(textArea({ columns: 80, rows: 24 }, long).columns).toBe(40);
  });

  it('have a text to scroll even where the screen is too small to show it', () => {
    const { columns, rows } = textArea({ columns: 3, rows: 1 }, short);
    expect(columns).toBeGreaterThanOrEqual(8);
    expect(rows).toBeGreaterThanOrEqual(1);
  });
});
