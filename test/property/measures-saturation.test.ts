import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type Incidence,
  accumulation,
  accumulationOverOrders,
  chao2,
  chao2Corrected,
  extrapolation,
  frequenciesOf,
  guest,
  jackknife1,
  jackknife2,
  newCodes,
  rarefaction,
  ruleCounts,
  ruleF1,
  rulePrecision,
  ruleRecall,
  sampleCoverage,
} from '../../src/index.js';

const SETTINGS = { seed: 32, numRuns: 200 };
const incidence: fc.Arbitrary<Incidence> = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 7 }))
  .chain(([sources, codes]) =>
    fc.array(fc.array(fc.constantFrom(0, 0, 1, 2), { minLength: codes, maxLength: codes }), {
      minLength: sources,
      maxLength: sources,
    }),
  );

function* orders<T>(items: readonly T[]): Generator<readonly T[]> {
  if (items.length === 0) yield [];
  for (let i = 0; i < items.length; i++)
    for (const rest of orders(items.filter((_, j) => j !== i))) yield [items[i]!, ...rest];
}

describe('accumulation of codes', () => {
  it('rises by the new codes to all there are', () => {
    fc.assert(
      fc.property(incidence, (table) => {
        const steps = accumulation(table);
        expect(steps.map((step, i) => step - (steps[i - 1] ?? 0))).toEqual(newCodes(table));
        expect(steps.at(-1)).toBe(frequenciesOf(table).observed);
      }),
      SETTINGS,
    );
  });

  it('rarefied is its mean over all orders, and its spread over them', () => {
    fc.assert(
      fc.property(incidence, (table) => {
        const all = [...orders(table)].map(accumulation);
        rarefaction(table).forEach(({ codes, sd }, i) => {
          const mean = all.reduce((sum, steps) => sum + steps[i]!, 0) / all.length;
          expect(codes).toBeCloseTo(mean, 9);
          const variance = all.reduce((sum, steps) => sum + (steps[i]! - mean) ** 2, 0) / all.length;
          expect(sd).toBeCloseTo(Math.sqrt(variance), 9);
        });
      }),
      SETTINGS,
    );
  });

  it('over seeded orders is near rarefaction, and the same each time', () => {
    const table = [
      [1, 1, 0, 0, 0, 0],
      [1, 0, 1, 0, 0, 0],
      [0, 1, 1, 1, 0, 0],
      [1, 0, 0, 0, 1, 1],
    ];
    const drawn = accumulationOverOrders(table, { orders: 5000, seed: 3 });
    rarefaction(table).forEach(({ codes }, i) => expect(Math.abs(drawn[i]!.mean - codes)).toBeLessThan(0.05));
    expect(accumulationOverOrders(table, { orders: 5000, seed: 3 })).toEqual(drawn);
    expect(drawn[0]!.interval).toEqual({ low: 2, high: 3 });
  });

  it('extrapolated goes on from rarefaction, never falls and stays below Chao2', () => {
    fc.assert(
      fc.property(incidence, (table) => {
        const frequencies = frequenciesOf(table);
        const curve = extrapolation(table, 40);
        rarefaction(table).forEach(({ codes }, i) => expect(curve[i]).toBeCloseTo(codes, 9));
        curve.forEach((codes, i) => expect(codes).toBeGreaterThanOrEqual((curve[i - 1] ?? 0) - 1e-9));
        const most = chao2(frequencies).value?.codes ?? frequencies.observed;
        expect(curve.at(-1)!).toBeLessThanOrEqual(most + 1e-9);
      }),
      SETTINGS,
    );
  });
});

describe('estimates of codes not met', () => {
  it('are no fewer than those met, within their interval, and coverage is a share', () => {
    fc.assert(
      fc.property(incidence, (table) => {
        const frequencies = frequenciesOf(table);
        const estimate = chao2(frequencies);
        const covered = sampleCoverage(frequencies);
        if (frequencies.observed === 0) {
          for (const one of [estimate, covered, chao2Corrected(frequencies), jackknife1(frequencies)])
            expect(one).toEqual({ value: null, reason: 'no code occurs' });
          return;
        }
        expect(jackknife1(frequencies).value).toBeGreaterThanOrEqual(frequencies.observed);
        expect(jackknife2(frequencies).value === null).toBe(table.length < 2);
        if (table.length < 2) {
          for (const one of [estimate, covered, chao2Corrected(frequencies)])
            expect(one).toEqual({ value: null, reason: 'fewer than two sources or cases' });
          return;
        }
        const { codes, se, interval } = estimate.value!;
        expect(codes).toBeGreaterThanOrEqual(frequencies.observed);
        expect(se.value === null).toBe(interval.value === null);
        expect(se.value ?? 1).toBeGreaterThan(0);
        const { low, high } = interval.value ?? { low: codes, high: codes };
        expect(low).toBeGreaterThanOrEqual(frequencies.observed - 1e-9);
        expect(low).toBeLessThanOrEqual(codes);
        expect(high).toBeGreaterThanOrEqual(codes);
        expect(covered.value).toBeGreaterThanOrEqual(-1e-12);
        expect(covered.value).toBeLessThanOrEqual(1);
      }),
      SETTINGS,
    );
  });

  it('of the same codes in both of two sources are those, and an interval holds them or there is none', () => {
    const alike = (codes: number) => chao2(frequenciesOf([Array(codes).fill(1), Array(codes).fill(1)]));
    const three = alike(3).value!;
    expect(three.codes).toBe(3);
    expect(three.interval).toMatchObject({ value: { low: 3 } });
    // The variance of the case with nothing unseen falls below 0: that is no certainty.
    const none = { value: null, reason: 'the variance is not above 0' };
    expect(alike(5)).toEqual({ value: { codes: 5, se: none, interval: none } });
  });
});

describe("Guest's n + r", () => {
  it('is the first run of few new codes, by looking at each', () => {
    const fresh = fc.array(fc.nat(6), { maxLength: 12 });
    const small = fc.integer({ min: 1, max: 4 });
    fc.assert(
      fc.property(fresh, small, small, fc.constantFrom(0, 0.05, 0.2, 1), (codes, baseSize, runLength, threshold) => {
        const result = guest(codes, { baseSize, runLength, threshold });
        const base = codes.slice(0, baseSize).reduce((a, b) => a + b, 0);
        let reached: number | null = null;
        for (let n = codes.length - runLength; n >= baseSize; n--) {
          const run = codes.slice(n, n + runLength).reduce((a, b) => a + b, 0);
          if (base > 0 && run <= threshold * base + 1e-12) reached = n;
        }
        expect(result.reachedAt.value).toBe(reached);
        expect(result.notation.value).toBe(reached === null ? null : `${reached}+${runLength}`);
        expect(result.runs).toHaveLength(Math.max(0, codes.length - baseSize - runLength + 1));
      }),
      SETTINGS,
    );
    const { runs, notation } = guest([0, 0, 0], { baseSize: 1, runLength: 1, threshold: 0.05 });
    expect(runs[0]!.ratio).toEqual({ value: null, reason: 'the base has no codes' });
    expect(notation).toEqual({ value: null, reason: 'no run meets the threshold' });
  });
});

describe('rules against codings by hand', () => {
  it('F1 is the harmonic mean of precision and recall, within its interval', () => {
    const unit = fc.record({ fired: fc.boolean(), coded: fc.boolean() });
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 20 }), (units) => {
        const counts = ruleCounts(units);
        const [precision, recall, f1] = [rulePrecision(counts), ruleRecall(counts), ruleF1(counts)];
        expect(precision.value === null).toBe(!units.some(({ fired }) => fired));
        expect(recall.value === null).toBe(!units.some(({ coded }) => coded));
        if (f1.value === null) return expect([precision.value, recall.value]).toEqual([null, null]);
        expect(f1.value.interval.low).toBeLessThanOrEqual(f1.value.share);
        expect(f1.value.interval.high).toBeGreaterThanOrEqual(f1.value.share);
        const [p, r] = [precision.value?.share ?? 0, recall.value?.share ?? 0];
        expect(f1.value.share).toBeCloseTo(p + r === 0 ? 0 : (2 * p * r) / (p + r), 12);
      }),
      SETTINGS,
    );
  });
});
