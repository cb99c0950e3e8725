import { describe, expect, it } from '@jest/globals';
import type { Bound } from '../../../../src/measure/query/bound.js';
import type { CaseEvidence } from '../../../../src/measure/theory/evidence.js';
import type { Truth } from '../../../../src/measure/theory/truth.js';
import { valueOf } from '../../../../src/measure/theory/values.js';

/** What the codings of a case say of three codes; somebody looked for the first two. */
const evidence = (of: Partial<CaseEvidence>): CaseEvidence =>
  ({
    affirming: [0, 0, 0],
    standing: [0, 0, 0],
    looked: [true, true, false],
    factAffirming: [0],
    factStanding: [0],
    attributes: [null],
    ...of,
  }) as CaseEvidence;
const codes = (...at: readonly number[]): Bound => ({ kind: 'codes', codes: at });
const NOTHING: ReadonlyMap<number, Truth> = new Map();

describe('a code in a case', () => {
  it.each<[string, Partial<CaseEvidence>, number, number, Truth, string]>([
    [
      'has as many affirming codings as the threshold wants',
      { affirming: [2, 0, 0], standing: [2, 0, 0] },
      0,
      2,
      1,
      'reached',
    ],
    ['has too few of them, and somebody looked', { affirming: [1, 0, 0], standing: [1, 0, 0] }, 0, 2, 0, 'not reached'],
    ['has none, and somebody looked', {}, 1, 1, 0, 'not reached'],
    ['has none, and nobody looked', {}, 2, 1, null, 'not looked for'],
    ['is spoken of, and not affirmed', { standing: [3, 0, 0] }, 0, 1, null, 'not affirmed'],
    [
      'is affirmed too seldom, and spoken of otherwise',
      { affirming: [1, 0, 0], standing: [2, 0, 0] },
      0,
      2,
      null,
      'not affirmed',
    ],
  ])('%s', (_, of, code, threshold, value, why) => {
    expect(valueOf(codes(code), 0, evidence(of), NOTHING, threshold)).toMatchObject({ value, why });
  });

  it('is what the analyst judged, whatever is coded', () => {
    const coded = evidence({ affirming: [5, 0, 0], standing: [5, 0, 0] });
    for (const value of [0, 1, null] as const)
      expect(valueOf(codes(0), 0, coded, new Map([[0, value]]), 1)).toMatchObject({ value, why: 'judged' });
  });

  it('is one of a pattern: 1 where one is, 0 where all are, else unknown', () => {
    const some = evidence({ affirming: [1, 0, 0], standing: [1, 0, 0] });
    expect(valueOf(codes(0, 1, 2), 0, some, NOTHING, 1).value).toBe(1);
    expect(valueOf(codes(0, 1), 0, evidence({}), NOTHING, 1).value).toBe(0);
    expect(valueOf(codes(1, 2), 0, evidence({}), NOTHING, 1).value).toBeNull();
  });
});

describe('a pair of codings', () => {
  const pair = (left: number, right: number): Bound => ({
    kind: 'relation',
    operator: 'near',
    left: codes(left),
    right: codes(right),
    distance: null,
  });

  it.each<[string, Bound, Partial<CaseEvidence>, Truth]>([
    ['is there', pair(0, 1), { factAffirming: [1], factStanding: [1] }, 1],
    ['is there only among codings that do not affirm', pair(0, 1), { factStanding: [1] }, null],
    ['is not there, and somebody looked for both codes', pair(0, 1), {}, 0],
    ['is not there, and nobody looked for one of them', pair(0, 2), {}, null],
  ])('%s', (_, fact, of, value) => {
    expect(valueOf(fact, 0, evidence(of), NOTHING, 1).value).toBe(value);
  });
});

describe('a condition', () => {
  const condition = (name: string): Bound => ({
    kind: 'condition',
    test: { kind: 'attribute', name, comparison: '=', value: '机构', isPattern: false },
  });

  it('on attributes is what turns say of it', () => {
    for (const value of [0, 1, null] as const)
      expect(valueOf(condition('type'), 0, evidence({ attributes: [value] }), NOTHING, 1)).toMatchObject({
        value,
        why: 'attribute',
      });
  });

  it('on codings is unknown of a case without any', () => {
    expect(valueOf(condition('coder'), 0, evidence({}), NOTHING, 1)).toMatchObject({ value: null, why: 'no codings' });
    const coded = { standing: [1, 0, 0] };
    expect(valueOf(condition('coder'), 0, evidence(coded), NOTHING, 1).value).toBe(0);
    expect(valueOf(condition('coder'), 0, evidence({ ...coded, factStanding: [1] }), NOTHING, 1).value).toBe(1);
  });
});
