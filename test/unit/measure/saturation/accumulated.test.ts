import { describe, expect, it } from '@jest/globals';
import { accumulate } from '../../../../src/measure/saturation/accumulated.js';
import { createdIn } from '../../../../src/measure/saturation/creation.js';

const options = { guest: { baseSize: 1, runLength: 1, threshold: 0 }, orders: 20, seed: 1 };
const fresh = (of: ReturnType<typeof accumulate>): (readonly number[])[] => of.steps.map((step) => step.fresh);

/** Three sources; code 1 is in the first by now, and was created in the second; code 3 is in none. */
const HAS = [[0, 1], [0, 1, 2], [2]];
const CODES = [0, 1, 2, 3];

describe('codes that are new in the first source that has them', () => {
  const found = accumulate(HAS, CODES, options);

  it('are all that the base has', () => {
    expect(fresh(found)).toEqual([[0, 1], [2], []]);
    expect(found.guest.baseCodes).toBe(2);
    expect(found.guest.notation).toEqual({ value: '2+1' });
  });

  it('lay nothing back, and add up to all that occur', () => {
    expect(found.laidBack).toEqual([]);
    expect(found.steps.at(-1)!.total).toBe(found.frequencies.observed);
    expect(found.frequencies).toMatchObject({ sources: 3, observed: 3, once: 0, twice: 3 });
  });
});

describe('codes that are new where they were created', () => {
  const times = [
    ['2026-03-01', '2026-03-09', ''],
    ['2026-03-02', '2026-03-02', '2026-03-02'],
    ['', '', '2026-03-03'],
  ];
  const created = createdIn(HAS, (place, code) => times[place]![code] || undefined);
  const found = accumulate(HAS, CODES, options, created);

  it('leave the base fewer than it has', () => {
    expect(fresh(found)).toEqual([[0], [1, 2], []]);
    expect(found.steps[0]!.has).toEqual([0, 1]);
    expect(found.guest.baseCodes).toBe(1);
    expect(found.guest.runs.map((run) => run.ratio)).toEqual([{ value: 2 }, { value: 0 }]);
  });

  it('are told as laid back where an earlier source has them by now', () => {
    expect(found.laidBack).toEqual([1]);
  });

  it('change nothing in what takes sources in any order', () => {
    const { steps, chao2, coverage, frequencies } = accumulate(HAS, CODES, options);
    expect([found.chao2, found.coverage, found.frequencies]).toEqual([chao2, coverage, frequencies]);
    expect(found.steps.map(({ orders, expected }) => [orders, expected])).toEqual(
      steps.map(({ orders, expected }) => [orders, expected]),
    );
  });
});

it('of one source nothing is estimated, and of none nothing is there', () => {
  const one = accumulate([[0, 2]], CODES, options);
  const reason = 'fewer than two sources or cases';
  expect([one.chao2, one.coverage]).toEqual([
    { value: null, reason },
    { value: null, reason },
  ]);
  expect(one.guest.notation.value).toBeNull();
  expect(accumulate([], CODES, options)).toMatchObject({ steps: [], chao2: { value: null, reason: 'no code occurs' } });
});
