import { describe, expect, it } from '@jest/globals';
import { summary } from '../../../src/measure/summary.js';

describe('figures in short', () => {
  it('are least, largest, mean, and the deviation of a sample', () => {
    // Deviations −3, 1, 1, 1, of squares 12, over 3.
    expect(summary([2, 6, 6, 6])).toEqual({ n: 4, minimum: 2, maximum: 6, mean: 5, sd: { value: 2 } });
  });

  it('have no deviation when there is one, and nothing when there is none', () => {
    expect(summary([7])).toEqual({
      n: 1,
      minimum: 7,
      maximum: 7,
      mean: 7,
      sd: { value: null, reason: 'one figure' },
    });
    expect(summary([])).toEqual({
      n: 0,
      minimum: null,
      maximum: null,
      mean: null,
      sd: { value: null, reason: 'no figure' },
    });
  });

  it('do not deviate where all are the same, though their mean is rounded', () => {
    expect(summary([0.1, 0.1, 0.1]).sd).toEqual({ value: 0 });
  });

  it('count a 0 as a figure', () => {
    expect(summary([0, 4])).toMatchObject({ n: 2, minimum: 0, mean: 2, sd: { value: Math.sqrt(8) } });
  });

  it('keep their digits where they are large beside what they differ by', () => {
    expect(summary([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]).sd.value).toBeCloseTo(Math.sqrt(30), 12);
  });
});
