import { describe, expect, it } from '@jest/globals';
import { clipEnd, clipStart, firstColumns, lastColumns } from '../../../src/core/columns.js';

describe('a text cut to columns', () => {
  it('keeps whole characters: a Han character takes two columns', () => {
    expect(firstColumns('资金很少', 5)).toBe('资金');
    expect(lastColumns('资金很少', 5)).toBe('很少');
    expect(firstColumns('ab', 5)).toBe('ab');
    expect(lastColumns('ab', 5)).toBe('ab');
    expect(firstColumns('资', 1)).toBe('');
  });

  it('keeps marks with their letters, and begins with none that lost its own', () => {
    expect(firstColumns('e\u0301t', 1)).toBe('e\u0301');
    expect(lastColumns('ne\u0301t', 1)).toBe('t');
    expect(lastColumns('资e\u0301t', 2)).toBe('e\u0301t');
  });

  it('shows what was left out', () => {
    expect(clipEnd('资金很少', 7)).toBe('资金很…');
    expect(clipStart('资金很少', 7)).toBe('…金很少');
    expect(clipEnd('资金很少', 8)).toBe('资金很少');
  });
});
