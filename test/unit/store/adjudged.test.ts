import { describe, expect, it } from '@jest/globals';
import { adjudgedIn, toDecide } from '../../../src/store/adjudged.js';
import type { PlacedUnit } from '../../../src/store/compared-source.js';
import type { StudySource } from '../../../src/store/compared-study.js';

/** A source of one unit that two coders saw, and what was decided on there. */
function sourceOf(
  unit: Pick<PlacedUnit, 'asked' | 'applied'>,
  covers: readonly string[] | null,
  codes: number[],
  apart: string[][] = [],
  unplaced: { start: number; end: number; code: string }[] = [],
) {
  const place = { start: 0, end: 9, turn: 0, pieces: [{ start: 0, end: 9 }] };
  return {
    units: [{ ...unit, place, sets: unit.applied }],
    adjudicated: {
      codings: codes.map((code) => ({ start: 0, end: 9, code, hits: [], coders: ['adjudicated'] })),
      seen: { all: () => true },
      asked: () => covers && new Set(covers),
      unplaced: { spans: unplaced, lost: new Set<string>() },
      latest: () => ['s1'],
      apart: () => apart,
    },
  } as unknown as StudySource;
}
const IDS = ['money', 'trust', 'late'];
const settled = (...given: Parameters<typeof sourceOf>): boolean => adjudgedIn(sourceOf(...given), IDS)[0]!.isSettled;
const applied = [['money'], []];

describe('a unit that was decided', () => {
  it('is settled where every code is that could have been applied', () => {
    const asked = new Set(['money', 'trust']);
    expect(settled({ asked, applied }, ['money', 'trust'], [0])).toBe(true);
    expect(settled({ asked, applied }, ['money'], [0])).toBe(false);
  });

  it('and every code that was, though another could not have applied it', () => {
    const unit = { asked: new Set(['money']), applied: [['money', 'late'], []] };
    expect(settled(unit, ['money'], [0])).toBe(false);
    expect(settled(unit, ['money', 'late'], [0])).toBe(true);
  });

  it('is settled for all codes, where which were decided is not known', () => {
    expect(settled({ asked: new Set(IDS), applied }, null, [0])).toBe(true);
  });

  it('counts all codes as those that could have been applied, where which is not known', () => {
    // So the comparison counts them: a code added since is in it, and was not decided.
    expect(settled({ asked: null, applied }, ['money', 'trust'], [0])).toBe(false);
    expect(settled({ asked: null, applied }, IDS, [0])).toBe(true);
    expect([...toDecide({ asked: null, applied } as unknown as PlacedUnit, IDS)].sort()).toEqual([...IDS].sort());
  });

  it('is not settled where two decisions differ that do not know of each other', () => {
    const unit = { asked: new Set(['money']), applied };
    expect(settled(unit, IDS, [0], [['money'], []])).toBe(false);
    expect(adjudgedIn(sourceOf(unit, IDS, [0], [['money'], []]), IDS)[0]!.apart).toEqual([['money'], []]);
  });

  it('is not settled where a coding of a decision may stand that has no sure place', () => {
    const unit = { asked: new Set(['money']), applied };
    expect(settled(unit, IDS, [0], [], [{ start: 8, end: 20, code: 'late' }])).toBe(false);
    expect(settled(unit, IDS, [0], [], [{ start: 9, end: 20, code: 'late' }])).toBe(true);
  });

  it('has the codes that are stored, in the order of the codebook, decided or not', () => {
    expect(adjudgedIn(sourceOf({ asked: null, applied }, IDS, [2, 0]), IDS)[0]!.codes).toEqual(['money', 'late']);
  });
});

describe('a unit that was not', () => {
  it('is not settled: nothing stored of the source, or nothing marked of it', () => {
    const source = sourceOf({ asked: null, applied }, IDS, [0]);
    const open = { isSettled: false, isUnplaced: false, isInPart: false };
    const nothing = { ...open, codes: [], covers: new Set(), latest: [], apart: [] };
    expect(adjudgedIn({ ...source, adjudicated: null }, IDS)).toEqual([nothing]);
    const unmarked = { ...source, adjudicated: { ...source.adjudicated!, seen: null } };
    expect(adjudgedIn(unmarked, IDS)).toEqual([{ ...nothing, codes: ['money'], latest: ['s1'], isInPart: true }]);
  });
});
