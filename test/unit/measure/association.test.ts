import { describe, expect, it } from '@jest/globals';
import { jaccard } from '../../../src/measure/association/jaccard.js';

describe('Jaccard', () => {
  it('is the share of units with either code that have both', () => {
    expect(jaccard.measure({ both: 2, first: 4, second: 3, units: null })).toEqual({ value: 2 / 5 });
    expect(jaccard.measure({ both: 0, first: 4, second: 0, units: 9 })).toEqual({ value: 0 });
    expect(jaccard.measure({ both: 4, first: 4, second: 4, units: 9 })).toEqual({ value: 1 });
  });

  it('has no value where neither code occurs', () => {
    expect(jaccard.measure({ both: 0, first: 0, second: 0, units: 9 })).toEqual({
      value: null,
      reason: 'neither code occurs',
    });
  });

  it('over overlapping segments can pass 1: flagged, not clamped', () => {
    const passed = jaccard.measure({ both: 4, first: 3, second: 4, units: null });
    expect(passed).toMatchObject({ value: 4 / 3, flag: expect.stringContaining('above 1') });
    expect(jaccard.measure({ both: 9, first: 3, second: 3, units: null }).value).toBeNull();
  });
});
