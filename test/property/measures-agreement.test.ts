import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type CodedSpan,
  type Ratings,
  alphaBy,
  bootstrap,
  codeAgreement,
  coefficients,
  cohenKappa,
  congerKappa,
  exactBootstrap,
  exactF1,
  fleissKappa,
  holsti,
  intervalMetric,
  jaccardMetric,
  krippendorffAlpha,
  masiMetric,
  nominalMetric,
  nominalRatings,
  ordinalMetric,
  partialF1,
  percentAgreement,
  ratioMetric,
  scottPi,
  sumsOf,
  twoByTwo,
} from '../../src/index.js';

const SETTINGS = { seed: 8, numRuns: 300 };
const category = fc.constantFrom('a', 'b', 'c');
const unitOf = (coders: number, missing: boolean) =>
  fc.array(missing ? fc.option(category, { freq: 4 }) : category, { minLength: coders, maxLength: coders });
const ratingsOf = (missing: boolean) =>
  fc.integer({ min: 2, max: 4 }).chain((coders) => fc.array(unitOf(coders, missing), { minLength: 1, maxLength: 12 }));
const twoCoders = fc.array(unitOf(2, false), { minLength: 1, maxLength: 15 });
const set = fc.uniqueArray(category, { maxLength: 3 });

const valuesOf = (ratings: Ratings<string>): (number | null)[] => {
  const sums = sumsOf(nominalRatings(ratings, ['a', 'b', 'c']));
  return coefficients.map((coefficient) => coefficient.measure(sums).value);
};
const alike = (a: readonly (number | null)[], b: readonly (number | null)[]): void =>
  a.forEach((value, i) => {
    if (value === null) expect(b[i]).toBeNull();
    else expect(b[i]).toBeCloseTo(value, 10);
  });

describe('coefficients of agreement', () => {
  it('do not mind the order of units and coders, nor what categories are called', () => {
    fc.assert(
      fc.property(ratingsOf(true), (ratings) => {
        const before = valuesOf(ratings);
        alike(before, valuesOf([...ratings].reverse()));
        alike(before, valuesOf(ratings.map((unit) => [...unit].reverse())));
        const other: Record<string, string> = { a: 'c', b: 'a', c: 'b' };
        alike(before, valuesOf(ratings.map((unit) => unit.map((one) => (one === null ? null : other[one]!)))));
      }),
      SETTINGS,
    );
  });

  it('are 1 where all agree and there is variation, never above, and never NaN', () => {
    fc.assert(
      fc.property(ratingsOf(true), (ratings) => {
        for (const value of valuesOf(ratings)) if (value !== null) expect(value).toBeLessThanOrEqual(1 + 1e-12);
        const agreeing = [...ratings, ['a', 'a'], ['b', 'b']].map((unit) => [unit[0]!, unit[0]!]);
        for (const [i, value] of valuesOf(agreeing).entries())
          if (!['scott', 'cohen', 'light', 'conger'].includes(coefficients[i]!.id) || value !== null)
            expect(value).toBeCloseTo(1, 12);
      }),
      SETTINGS,
    );
  });

  it("of two coders who rated all: Conger's is Cohen's, Fleiss' is Scott's, α is π with its correction for few units", () => {
    fc.assert(
      fc.property(twoCoders, (ratings) => {
        const sums = sumsOf(nominalRatings(ratings));
        const [cohen, conger, fleiss, scott, alpha] = [
          cohenKappa,
          congerKappa,
          fleissKappa,
          scottPi,
          krippendorffAlpha,
        ].map((one) => one.measure(sums).value);
        alike([cohen!, fleiss!], [conger!, scott!]);
        const n = ratings.length;
        alike([scott === null ? null : 1 - (1 - scott!) * ((2 * n - 1) / (2 * n))], [alpha!]);
      }),
      SETTINGS,
    );
  });

  it('of sums: those of two parts add up to those of the whole', () => {
    fc.assert(
      fc.property(ratingsOf(true), fc.nat(), (ratings, seed) => {
        const data = nominalRatings(ratings);
        const cut = seed % (ratings.length + 1);
        const [first, second] = [sumsOf(data, 0, cut).sums, sumsOf(data, cut).sums];
        sumsOf(data).sums.forEach((sum, i) => expect(first[i]! + second[i]!).toBeCloseTo(sum, 10));
      }),
      SETTINGS,
    );
  });

  it("Cohen's κ is what its definition says", () => {
    fc.assert(
      fc.property(fc.array(unitOf(2, true), { minLength: 1, maxLength: 12 }), (ratings) => {
        const both = ratings.filter(([one, other]) => one !== null && other !== null);
        const share = (coder: number, of: string): number =>
          both.filter((unit) => unit[coder] === of).length / both.length;
        const observed = both.filter(([one, other]) => one === other).length / both.length;
        const chance = ['a', 'b', 'c'].reduce((sum, of) => sum + share(0, of) * share(1, of), 0);
        const { value } = cohenKappa.measure(sumsOf(nominalRatings(ratings)));
        if (both.length === 0 || chance > 1 - 1e-12) expect(value).toBeNull();
        else expect(value).toBeCloseTo((observed - chance) / (1 - chance), 10);
      }),
      SETTINGS,
    );
  });

  it('where everybody uses one category are undefined, beside full agreement', () => {
    const sums = sumsOf(nominalRatings(Array(8).fill(['x', 'x'])));
    expect(percentAgreement.measure(sums).value).toBe(1);
    for (const coefficient of coefficients.filter(({ id }) => id !== 'percent'))
      expect(coefficient.measure(sums)).toMatchObject({ value: null, reason: expect.stringContaining('no variation') });
  });

  it.each([
    ['no unit', []],
    ['one coder', [['a'], ['b']]],
    [
      'units that no two coders saw',
      [
        ['a', null],
        [null, 'b'],
      ],
    ],
    ['nothing at all', [[null, null]]],
  ] as [string, Ratings<string>][])('of %s have a reason and no value', (_, ratings) => {
    const data = nominalRatings(ratings);
    for (const coefficient of coefficients) {
      const agreement = coefficient.measure(sumsOf(data));
      expect(agreement.value).toBeNull();
      if (agreement.value === null) expect(agreement.reason).not.toBe('');
      expect(coefficient.standardError(data).value).toBeNull();
    }
    expect(alphaBy(ratings, nominalMetric)).toMatchObject({ value: null });
  });
});

describe("Krippendorff's α by metrics", () => {
  it('with the nominal one is nominal α', () => {
    fc.assert(
      fc.property(ratingsOf(true), (ratings) => {
        alike(
          [krippendorffAlpha.measure(sumsOf(nominalRatings(ratings))).value],
          [alphaBy(ratings, nominalMetric).value],
        );
      }),
      SETTINGS,
    );
  });

  it('is 1 less the mean distance within units over that among all values', () => {
    const distance = (a: readonly string[], b: readonly string[]): number => {
      const shared = a.filter((code) => b.includes(code)).length;
      const either = a.length + b.length - shared;
      if (either === 0) return 0;
      const weight = shared === either ? 1 : shared === 0 ? 0 : shared === Math.min(a.length, b.length) ? 2 / 3 : 1 / 3;
      return 1 - (shared / either) * weight;
    };
    const unit = fc.tuple(fc.option(set, { freq: 5 }), fc.option(set, { freq: 5 }), fc.option(set, { freq: 5 }));
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 8 }), (ratings) => {
        const units = ratings.map((one) => one.filter((codes) => codes !== null)).filter((one) => one.length > 1);
        const all = units.flat();
        let within = 0;
        for (const one of units)
          one.forEach((a, i) => one.forEach((b, j) => (within += i === j ? 0 : distance(a, b) / (one.length - 1))));
        let among = 0;
        all.forEach((a, i) => all.forEach((b, j) => (among += i === j ? 0 : distance(a, b))));
        const { value } = alphaBy(ratings, masiMetric);
        if (among < 1e-12) expect(value).toBeNull();
        else expect(value).toBeCloseTo(1 - within / all.length / (among / (all.length * (all.length - 1))), 9);
      }),
      SETTINGS,
    );
  });

  it('gives what Krippendorff (2011, sections C and D) prints for four coders', () => {
    const rows = ['1 1 - 1', '2 2 3 2', '3 3 3 3', '3 3 3 3', '2 2 2 2', '1 2 3 4', '4 4 4 4', '1 1 2 1', '2 2 2 2'];
    const ratings = [...rows, '- 5 5 5', '- - 1 1', '- 3 - -'].map((row) =>
      row.split(' ').map((one) => (one === '-' ? null : Number(one))),
    );
    expect(alphaBy(ratings, ordinalMetric).value).toBeCloseTo(0.815, 3);
    expect(alphaBy(ratings, intervalMetric).value).toBeCloseTo(0.849, 3);
    expect(alphaBy(ratings, ratioMetric).value).toBeCloseTo(0.797, 3);
  });

  it('the metrics are symmetric, 0 for the same set and at most 1', () => {
    fc.assert(
      fc.property(set, set, (a, b) => {
        for (const metric of [jaccardMetric, masiMetric]) {
          const distance = metric.among([a, b], [1, 1]);
          expect(distance(0, 1)).toBeCloseTo(distance(1, 0), 15);
          expect(distance(0, 1)).toBeGreaterThanOrEqual(0);
          expect(distance(0, 1)).toBeLessThanOrEqual(1);
          expect(distance(0, 1) === 0).toBe(metric.key(a) === metric.key(b));
        }
        expect(masiMetric.among([a, b], [1, 1])(0, 1)).toBeGreaterThanOrEqual(
          jaccardMetric.among([a, b], [1, 1])(0, 1),
        );
      }),
      SETTINGS,
    );
  });
});

describe('agreement on one code', () => {
  it("is Cohen's κ and α of applied or not", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(set, set), { minLength: 1, maxLength: 12 }), (ratings) => {
        const figures = codeAgreement(twoByTwo(ratings, 'a'));
        const applied = ratings.map((unit) => unit.map((codes) => String(codes.includes('a'))));
        const sums = sumsOf(nominalRatings(applied));
        alike(
          [figures.percent, figures.kappa, figures.alpha].map(({ value }) => value),
          [percentAgreement, cohenKappa, krippendorffAlpha].map((one) => one.measure(sums).value),
        );
      }),
      SETTINGS,
    );
    expect(codeAgreement(twoByTwo([[['a'], null]], 'a'))).toMatchObject({ units: 0, percent: { value: null } });
  });

  it("Holsti's is percent agreement where each unit has one code", () => {
    fc.assert(
      fc.property(twoCoders, (ratings) => {
        const sets = ratings.map((unit) => unit.map((code) => [code!]));
        alike([holsti(sets).value], [percentAgreement.measure(sumsOf(nominalRatings(ratings))).value]);
      }),
      SETTINGS,
    );
  });
});

describe('F1 of segments', () => {
  const span = fc
    .record({ start: fc.nat(20), length: fc.integer({ min: 1, max: 8 }), code: category })
    .map(({ start, length, code }): CodedSpan => ({ start, end: start + length, code }));
  const spans = fc.array(span, { maxLength: 8 });

  it('does not mind who comes first; overlap finds what comparing all finds, and no less than the exact one', () => {
    const meets = (one: CodedSpan, others: readonly CodedSpan[]): boolean =>
      others.some((other) => other.code === one.code && other.start < one.end && one.start < other.end);
    fc.assert(
      fc.property(spans, spans, (first, second) => {
        const [exact, partial] = [exactF1(first, second).value, partialF1(first, second).value];
        alike([exact, partial], [exactF1(second, first).value, partialF1(second, first).value]);
        if (first.length === 0 || second.length === 0) return expect([0, null]).toContain(partial);
        const precision = first.filter((one) => meets(one, second)).length / first.length;
        const recall = second.filter((one) => meets(one, first)).length / second.length;
        expect(partial).toBeCloseTo(precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall), 12);
        expect(exactF1(first, first).value).toBe(1);
        expect(exact! === 0 || partial! > 0).toBe(true);
      }),
      SETTINGS,
    );
  });
});

describe('the bootstrap', () => {
  const share = ([yes, all]: Float64Array): number | null => (all === 0 ? null : yes! / all!);
  const cluster = fc.tuple(fc.nat(3), fc.nat(3)).map(([yes, no]) => Float64Array.of(yes, yes + no));

  it('by all resamples is what drawing each possible sequence gives', () => {
    fc.assert(
      fc.property(fc.array(cluster, { minLength: 2, maxLength: 4 }), (clusters) => {
        const n = clusters.length;
        const values: (number | null)[] = [];
        for (let draw = 0; draw < n ** n; draw++) {
          const sums = new Float64Array(2);
          for (let i = 0; i < n; i++)
            clusters[Math.floor(draw / n ** i) % n]!.forEach((value, at) => (sums[at]! += value));
          values.push(share(sums));
        }
        const defined = values.filter((value) => value !== null).sort((a, b) => a - b);
        const exact = exactBootstrap(clusters, share).value;
        if (defined.length === 0) return expect(exact).toBeNull();
        expect(exact!.mean).toBeCloseTo(defined.reduce((a, b) => a + b, 0) / defined.length, 10);
        expect(exact!.undefinedShare).toBeCloseTo(1 - defined.length / values.length, 10);
        const at = (p: number): number => defined[Math.ceil(p * defined.length - 1e-9) - 1]!;
        expect(exact!.median).toBeCloseTo(at(0.5), 10);
        expect(exact!.interval.low).toBeCloseTo(at(0.025), 10);
        expect(exact!.interval.high).toBeCloseTo(at(0.975), 10);
      }),
      { ...SETTINGS, numRuns: 100 },
    );
  });

  it('with a seed is the same each time, and another with another', () => {
    const clusters = [...Array(12).keys()].map((i) => Float64Array.of(i, 12));
    const of = (seed: number) => bootstrap(clusters, [share], { seed })[0]!.value!;
    expect(of(1)).toEqual(of(1));
    expect(of(1).mean).not.toBe(of(2).mean);
    expect(Math.abs(of(1).mean - 5.5 / 12)).toBeLessThan(0.02);
  });

  it('says so where there is nothing to resample, or too much', () => {
    expect(bootstrap([Float64Array.of(1, 2)], [share])).toEqual([
      { value: null, reason: expect.stringContaining('two sources') },
    ]);
    const many = [...Array(30).keys()].map((i) => Float64Array.of(i, 30));
    expect(exactBootstrap(many, share)).toEqual({ value: null, reason: 'too many resamples to go through all' });
    const empty = [Float64Array.of(0, 0), Float64Array.of(0, 0)];
    expect(bootstrap(empty, [share])).toEqual([{ value: null, reason: 'undefined in every resample' }]);
  });
});
