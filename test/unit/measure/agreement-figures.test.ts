import { describe, expect, it } from '@jest/globals';
import { type Compared, type ComparedSource, agreementOf } from '../../../src/index.js';

type Figures = ReturnType<typeof agreementOf>;

const seen = (...sets: (string[] | null)[]) => ({ sets, asked: null });
const comparedOf = (coders: string[], codes: string[], sources: ComparedSource[]): Compared => ({
  coders,
  codes,
  mayBeEmpty: true,
  sources,
});
const figure = ({ figures }: Figures, id: string) => figures.find((one) => one.id === id)!;

describe('segments of one code that overlap', () => {
  const text = (second: { start: number; end: number; code: string }[]) => ({
    stretches: [{ length: 16, seen: [true, true], asked: null }],
    segments: [
      [
        { start: 0, end: 5, code: 'LOC' },
        { start: 6, end: 15, code: 'PER' },
      ],
      second,
    ],
  });
  const measured = (second: { start: number; end: number; code: string }[]) =>
    agreementOf(
      comparedOf(
        ['x', 'y'],
        ['LOC', 'PER'],
        [{ source: 'a', units: [seen(['LOC', 'PER'], ['LOC'])], text: text(second) }],
      ),
      null,
    );

  it('are one segment for uα, and no overlap of codes', () => {
    const once = measured([{ start: 0, end: 5, code: 'LOC' }]);
    const twice = measured([
      { start: 0, end: 5, code: 'LOC' },
      { start: 0, end: 3, code: 'LOC' },
    ]);
    for (const id of ['u-alpha', 'u-alpha-segments', 'u-alpha-codes'])
      expect(figure(twice, id).result).toEqual(figure(once, id).result);
    expect(figure(twice, 'u-alpha').result.value).not.toBeNull();
  });

  it('unlike those of two codes', () => {
    const two = measured([
      { start: 0, end: 5, code: 'LOC' },
      { start: 0, end: 3, code: 'PER' },
    ]);
    expect(figure(two, 'u-alpha').result.value).toBeNull();
  });
});

describe('what α rests on', () => {
  // Eight values, three x: Do = 2/8; De = (64 − 9 − 25) / (8 · 7).
  const units = [seen(['x'], ['x']), seen(['x'], []), seen([], []), seen([], [])];
  const two = agreementOf(comparedOf(['a', 'b'], ['x'], [{ source: 's', units, text: null }]), null);

  it('is Do and De, in one form for every α', () => {
    const rests = { disagreement: { observed: 0.25, expected: expect.closeTo(30 / 56, 12) } };
    for (const id of ['alpha', 'alpha-masi', 'alpha-jaccard']) {
      expect(figure(two, id).result).toMatchObject({ observed: 0.75, expected: expect.closeTo(26 / 56, 12), ...rests });
      expect(figure(two, id).result.value).toBeCloseTo(1 - 14 / 30, 12);
    }
  });

  it('is 0 without a rest of rounding', () => {
    // Of one code that one of 23 decisions applies: 1 − Do/De = 0 exactly.
    const rare = [seen(['x'], []), ...Array.from({ length: 22 }, () => seen([], []))];
    const { ofCodes } = agreementOf(comparedOf(['a', 'b'], ['x'], [{ source: 's', units: rare, text: null }]), null);
    expect(ofCodes.find(({ id }) => id === 'alpha')!.result.value).toBe(0);
    expect(ofCodes.find(({ id }) => id === 'cohen')!.result.value).toBe(0);
  });

  it('is no lack of units where there is no code', () => {
    const none = agreementOf(comparedOf(['a', 'b'], [], [{ source: 's', units: [seen([], [])], text: null }]), null);
    expect(figure(none, 'pooled-kappa').result).toMatchObject({ value: null, reason: 'there are no codes' });
  });
});

describe('n of a mean over pairs', () => {
  const coders = ['a', 'b', 'c', 'd'];
  const segments = coders.map((_, i) => [
    { start: 0, end: 4, code: 'x' },
    ...(i === 3 ? [{ start: 12, end: 15, code: 'x' }] : []),
  ]);
  const stretches = [
    { length: 10, seen: [true, true, true, true], asked: null },
    { length: 10, seen: [false, false, false, true], asked: null },
  ];
  const units = [seen(['x'], ['x'], ['x'], ['x']), seen(['x'], [], null, null), seen(['x'], null, null, null)];
  const four = agreementOf(comparedOf(coders, ['x'], [{ source: 's', units, text: { stretches, segments } }]), null);

  it('counts each segment and each application once, and says of how many pairs', () => {
    expect(figure(four, 'f1-exact')).toMatchObject({ count: 4, counted: 'segments', pairs: 6 });
    expect(figure(four, 'holsti')).toMatchObject({ count: 5, counted: 'applications', pairs: 6 });
    expect(figure(four, 'light').pairs).toBe(6);
    expect(figure(four, 'alpha').pairs).toBeUndefined();
  });
});
