import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type CodedSpan,
  type Compared,
  agreementOf,
  alphaBy,
  coincidencesOf,
  concatenated,
  exactF1,
  holsti,
  jaccardMetric,
  krippendorffAlpha,
  masiMetric,
  nominalRatings,
  partialF1,
  pooledKappa,
  seeded,
  segmentationAlpha,
  sumsOf,
  twoByTwo,
  unitizingAlpha,
} from '../../src/index.js';
import { continuumOf } from '../../src/measure/agree/continuum-of.js';

const SEED = { seed: 20260104, numRuns: 150 };
const CODES = ['a', 'b', 'c'];

const set = fc.option(fc.subarray(CODES), { freq: 5 });
const unit = fc
  .tuple(set, set)
  .filter((sets) => !sets.includes(null))
  .map((sets) => ({ sets, asked: null }));
/** Segments of a coder that do not overlap, on a text of 60. */
const segments = fc
  .array(
    fc.record({
      length: fc.integer({ min: 1, max: 9 }),
      gap: fc.integer({ min: 0, max: 6 }),
      code: fc.constantFrom(...CODES),
    }),
    { maxLength: 4 },
  )
  .map((drawn) => {
    let at = 0;
    return drawn.map(({ length, gap, code }): CodedSpan => {
      const start = at + gap;
      at = start + length;
      return { start, end: at, code };
    });
  });
const source = fc.record({
  source: fc.constant('s'),
  units: fc.array(unit, { minLength: 1, maxLength: 6 }),
  text: fc.record({
    stretches: fc.constant([
      { length: 25, seen: [true, true], asked: null },
      { length: 35, seen: [true, true], asked: null },
    ]),
    segments: fc.tuple(segments, segments),
  }),
});
const compared: fc.Arbitrary<Compared> = fc.record({
  coders: fc.constant(['ann', 'bo']),
  codes: fc.constant(CODES),
  mayBeEmpty: fc.constant(true),
  sources: fc.array(source, { minLength: 1, maxLength: 4 }),
});

/** The same figure, or undefined both times. */
function same(got: number | null | undefined, wanted: number | null): void {
  if (wanted === null) expect(got).toBeNull();
  else expect(got).toBeCloseTo(wanted, 10);
}

describe('agreement by parts', () => {
  it('is the library’s over all units and texts at once', () => {
    fc.assert(
      fc.property(compared, (given) => {
        const { figures, table } = agreementOf(given, null);
        const value = (id: string) => figures.find((figure) => figure.id === id)!.result.value;
        const ratings = given.sources.flatMap(({ units }) => units.map(({ sets }) => sets));
        same(value('alpha-masi'), alphaBy(ratings, masiMetric).value);
        same(value('alpha-jaccard'), alphaBy(ratings, jaccardMetric).value);
        same(value('holsti'), holsti(ratings).value);
        same(value('pooled-kappa'), pooledKappa(CODES.map((code) => twoByTwo(ratings, code))).value);
        CODES.forEach((code, i) => expect(table(i, 0)).toEqual(twoByTwo(ratings, code)));
        const sets = ratings.map((row) => row.map((codes) => codes && [...codes].sort().join()));
        same(value('alpha'), krippendorffAlpha.measure(sumsOf(nominalRatings(sets))).value);
        const whole = concatenated(given.sources.map(({ text }) => ({ length: 60, coders: text!.segments })));
        const coincidences = coincidencesOf(whole, CODES).value!;
        same(value('u-alpha'), unitizingAlpha(coincidences).value);
        same(value('u-alpha-segments'), segmentationAlpha(coincidences).value);
        const [first, second] = whole.coders as [CodedSpan[], CodedSpan[]];
        same(value('f1-exact'), exactF1(first, second).value);
        same(value('f1-partial'), partialF1(first, second).value);
      }),
      SEED,
    );
  });

  it('cuts segments at what a coder did not see, as if it were cut out of the text', () => {
    fc.assert(
      fc.property(segments, segments, fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), (first, second, seen) => {
        const stretches = seen.map((both) => ({ length: 10, seen: [true, both], asked: null }));
        const { length, coders } = continuumOf({ stretches, segments: [first, second] }, [0, 1]);
        expect(length).toBe(10 * seen.filter(Boolean).length);
        // Position by position: which code stands where.
        const left = Array.from({ length: 60 }, (_, i) => i).filter((i) => seen[Math.floor(i / 10)]);
        const at = (spans: readonly CodedSpan[], i: number): string =>
          spans.find(({ start, end }) => start <= i && i < end)?.code ?? '';
        [first, second].forEach((own, coder) => {
          expect(left.map((_, i) => at(coders[coder]!, i))).toEqual(left.map((i) => at(own, i)));
        });
      }),
      SEED,
    );
  });
});

describe('α of sets over resampled sources', () => {
  const wide = ['a', 'b', 'c', 'd', 'e'];
  const anySet = fc.option(fc.subarray(wide), { freq: 5 });
  const rated = fc
    .tuple(anySet, anySet, anySet)
    .filter((sets) => sets.filter((one) => one !== null).length > 1)
    .map((sets) => ({ sets, asked: null }));
  /** Few sources with many different sets, and many with few. */
  const sources = fc.oneof(
    fc.array(fc.array(rated, { minLength: 8, maxLength: 20 }), { minLength: 2, maxLength: 4 }),
    fc.array(fc.array(rated, { minLength: 1, maxLength: 2 }), { minLength: 10, maxLength: 14 }),
  );

  it('is that of the drawn sources’ units, laid end to end', () => {
    fc.assert(
      fc.property(sources, (units) => {
        const given: Compared = {
          coders: ['ann', 'bo', 'cy'],
          codes: wide,
          mayBeEmpty: true,
          sources: units.map((own, i) => ({ source: `s${i}`, units: own, text: null })),
        };
        const { figures } = agreementOf(given, { resamples: 25, seed: 7 });
        for (const metric of [masiMetric, jaccardMetric]) {
          const figure = figures.find(({ id }) => id === `alpha-${metric.id}`)!;
          const draw = seeded(7);
          const values = Array.from({ length: 25 }, () => {
            const drawn = units.flatMap(() => units[draw(units.length)]!);
            return alphaBy(
              drawn.map(({ sets }) => sets),
              metric,
            ).value;
          }).filter((value) => value !== null);
          const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
          same(
            figure.result.value,
            alphaBy(
              units.flat().map(({ sets }) => sets),
              metric,
            ).value,
          );
          if (figure.result.value !== null) same(figure.interval!.value?.mean, values.length > 0 ? mean : null);
        }
      }),
      { ...SEED, numRuns: 60 },
    );
  });
});
