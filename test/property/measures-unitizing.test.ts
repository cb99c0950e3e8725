import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type CodedSpan,
  type Continuum,
  type Measured,
  codeAlphas,
  codingAlpha,
  coincidencesOf,
  concatenated,
  ofCode,
  segmentationAlpha,
  unitizingAlpha,
} from '../../src/index.js';

const SETTINGS = { seed: 16, numRuns: 300 };
const CODES = ['a', 'b', 'c'];
const LENGTH = 24;
/** Units that do not overlap: pieces between sorted borders, some of them left as gaps. */
const units: fc.Arbitrary<CodedSpan[]> = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 0, max: LENGTH }), { maxLength: 8 }),
    fc.array(fc.option(fc.constantFrom(...CODES)), { minLength: 8, maxLength: 8 }),
  )
  .map(([borders, codes]) => {
    const sorted = borders.sort((a, b) => a - b);
    return sorted.slice(1).flatMap((end, i) => {
      const code = codes[i];
      return code ? [{ start: sorted[i]!, end, code }] : [];
    });
  });
const continuum = fc
  .array(units, { minLength: 2, maxLength: 3 })
  .map((coders): Continuum => ({ length: LENGTH, coders }));

/** Position by position, straight from the definitions of Krippendorff et al. (2016). */
function slow({ length, coders }: Continuum) {
  const names = ['', ...CODES];
  const others = coders.length - 1;
  const at = (coder: number, position: number): CodedSpan | undefined =>
    coders[coder]!.find(({ start, end }) => start <= position && position < end);
  const zero = (): number[][] => names.map(() => names.map(() => 0));
  const observed = zero();
  const squares = names.map(() => 0);
  const met = names.map(() => 0);
  coders.forEach((own, one) => {
    let gaps = length;
    for (const unit of own) {
      const k = names.indexOf(unit.code);
      squares[k]! += (unit.end - unit.start) ** 2;
      gaps -= unit.end - unit.start;
      let shared = 0;
      for (let position = unit.start; position < unit.end; position++)
        coders.forEach((_, other) => (shared += other !== one && at(other, position) ? 1 / others : 0));
      met[k]! += shared ** 2;
    }
    squares[0]! += gaps;
    for (let position = 0; position < length; position++)
      coders.forEach((_, other) => {
        if (other === one) return;
        const c = names.indexOf(at(one, position)?.code ?? '');
        const k = names.indexOf(at(other, position)?.code ?? '');
        observed[c]![k]! += 1 / others;
      });
  });
  const alpha = (o: number[][], s: number[]): number => {
    const totals = o.map((row) => row.reduce((a, b) => a + b, 0));
    const all = totals.reduce((a, b) => a + b, 0);
    const sum = s.reduce((a, b) => a + b, 0);
    const chance = totals.map((t, c) => (all * (t * t - s[c]!)) / (all * all - sum));
    return 1 - (all - o.reduce((a, row, c) => a + row[c]!, 0)) / (all - chance.reduce((a, b) => a + b, 0));
  };
  const valued = observed.slice(1).map((row) => row.slice(1));
  const twoKinds = [
    [observed[0]![0]!, observed[0]!.slice(1).reduce((a, b) => a + b, 0)],
    [observed.slice(1).reduce((a, row) => a + row[0]!, 0), valued.flat().reduce((a, b) => a + b, 0)],
  ];
  return { u: alpha(observed, squares), cu: alpha(valued, met.slice(1)), twoKinds, squares };
}

const close = (measured: Measured, value: number): void => {
  if (measured.value !== null) expect(measured.value).toBeCloseTo(value, 9);
  else expect(Number.isFinite(value) && Math.abs(value) < 1e6).toBe(false);
};

describe('unitizing α', () => {
  it('in one sweep is what going position by position gives', () => {
    fc.assert(
      fc.property(continuum, (text) => {
        const coincidences = coincidencesOf(text, CODES).value!;
        const { u, cu } = slow(text);
        close(unitizingAlpha(coincidences), u);
        close(codingAlpha(coincidences).alpha, cu);
      }),
      SETTINGS,
    );
  });

  it('|uα of one code by itself is uα, and does not mind the order of coders', () => {
    fc.assert(
      fc.property(continuum, (text) => {
        const alone = coincidencesOf(ofCode(text, 'a'), CODES).value!;
        const [whole, segmentation] = [unitizingAlpha(alone), segmentationAlpha(alone)];
        if (whole.value === null) expect(segmentation.value).toBeNull();
        else expect(segmentation.value).toBeCloseTo(whole.value, 9);
        const turned = { ...text, coders: [...text.coders].reverse() };
        close(unitizingAlpha(coincidencesOf(turned, CODES).value!), slow(text).u);
      }),
      SETTINGS,
    );
  });

  it('of coders who agree is 1, by codes too', () => {
    fc.assert(
      fc.property(units, (own) => {
        const coincidences = coincidencesOf({ length: LENGTH, coders: [own, own] }).value!;
        const all = [
          unitizingAlpha(coincidences),
          segmentationAlpha(coincidences),
          codingAlpha(coincidences).alpha,
          ...codeAlphas(coincidences).map(({ alpha }) => alpha),
        ];
        for (const { value } of all) if (value !== null) expect(value).toBeCloseTo(1, 9);
        for (const { coverage } of codeAlphas(coincidences)) expect(coverage.value).toBeCloseTo(1, 12);
      }),
      SETTINGS,
    );
  });

  it('of several sources laid end to end has the sums of each', () => {
    fc.assert(
      fc.property(units, units, units, units, (a, b, c, d) => {
        const texts = [
          { length: LENGTH, coders: [a, b] },
          { length: LENGTH + 3, coders: [c, d] },
        ];
        const [one, other] = texts.map((text) => coincidencesOf(text, CODES).value!.sums);
        const whole = coincidencesOf(concatenated(texts), CODES).value!.sums;
        whole.forEach((sum, i) => expect(one![i]! + other![i]!).toBeCloseTo(sum, 9));
      }),
      SETTINGS,
    );
  });

  it('says why there is none', () => {
    const unit = (start: number, end: number, code = 'a'): CodedSpan => ({ start, end, code });
    const reason = (coders: CodedSpan[][], length = 10) => coincidencesOf({ length, coders });
    expect(reason([[unit(0, 5)]])).toEqual({ value: null, reason: 'fewer than two coders' });
    expect(reason([[unit(0, 5), unit(4, 6, 'b')], []])).toMatchObject({
      value: null,
      reason: expect.stringContaining('overlap'),
    });
    expect(reason([[unit(0, 11)], []])).toMatchObject({
      value: null,
      reason: expect.stringContaining('beyond the text'),
    });
    expect(reason([[unit(4, 4)], []])).toMatchObject({ value: null });
    const nothing = reason([[], []]).value!;
    expect(unitizingAlpha(nothing)).toEqual({ value: null, reason: 'no variation' });
    expect(segmentationAlpha(nothing).value).toBeNull();
    expect(codingAlpha(nothing)).toEqual({
      alpha: { value: null, reason: 'no units of two coders meet' },
      coverage: { value: 0 },
    });
    const empty = reason([[], []], 0).value!;
    expect(unitizingAlpha(empty).value).toBeNull();
    expect(codingAlpha(empty).coverage.value).toBeNull();
  });

  it('touching units of one code stay two', () => {
    const coders = (first: CodedSpan[]): Continuum => ({
      length: 20,
      coders: [first, [{ start: 2, end: 12, code: 'a' }]],
    });
    const parted = coders([
      { start: 0, end: 5, code: 'a' },
      { start: 5, end: 10, code: 'a' },
    ]);
    const joined = coders([{ start: 0, end: 10, code: 'a' }]);
    const alpha = (text: Continuum) => unitizingAlpha(coincidencesOf(text).value!).value;
    expect(alpha(parted)).not.toBeCloseTo(alpha(joined)!, 3);
  });
});
