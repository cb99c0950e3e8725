import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Quotation } from '../../src/measure/quotation.js';
import { type Grouped, type SortKey, grouped, sorted } from '../../src/measure/quotation-order.js';

/* Every value that can occur, in the order in which it is to stand: ranked ones, then others by code point, then none. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  code: ['trust', 'fear', 'hope'],
  case: ['B2', 'A1', 'C3'],
  source: ['a/1.txt', 'a/2.txt', 'b.txt'],
  speaker: ['ms lee', '梁生', '(none)'],
  agency: ['Zeal', 'Bureau', 'ﬁne', '𠮷', '(none)'],
};
const RANKS = new Map([
  ['code', ORDER['code']!],
  ['case', ['B2', 'A1']],
  // A table of cases may have a column for those without.
  ['agency', ['Zeal', '(none)', 'Bureau']],
]);

const anyQuotation: fc.Arbitrary<Quotation> = fc
  .record({
    code: fc.constantFrom(...ORDER['code']!),
    case: fc.constantFrom(...ORDER['case']!),
    source: fc.constantFrom(...ORDER['source']!),
    speaker: fc.constantFrom('Ms Lee', 'MS LEE', '梁生', null),
    agency: fc.constantFrom(...ORDER['agency']!),
    start: fc.nat(3),
    length: fc.integer({ min: 1, max: 3 }),
    coded: fc.constantFrom(undefined, '2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z'),
  })
  .map(({ agency, length, coded, ...rest }) => ({
    ...rest,
    end: rest.start + length,
    line: 1,
    turn: 1,
    coders: [],
    memos: [],
    pieces: [],
    attributes: { agency },
    ...(coded !== undefined && { coded }),
  }));
const quotations = fc.array(anyQuotation, { maxLength: 14 });

/** By what a quotation is called, without a label's case. */
const called = (one: Quotation, name: string): string => {
  const values: Record<string, string> = {
    code: one.code,
    case: one.case,
    source: one.source,
    speaker: (one.speaker ?? '(none)').toLowerCase(),
    agency: one.attributes!['agency']!,
  };
  return values[name]!;
};

/** Numbers whose order is that of quotations under a key, missing values last whichever way it goes. */
function numbersOf(one: Quotation, { name, reverse }: SortKey): number[] {
  const sign = reverse ? -1 : 1;
  if (name === 'length') return [sign * (one.end - one.start)];
  if (name === 'position') return placeOf(one).map((number) => sign * number);
  if (name === 'coded') return one.coded === undefined ? [Infinity] : [sign * Date.parse(one.coded)];
  const place = ORDER[name]!.indexOf(called(one, name));
  return [ORDER[name]![place] === '(none)' ? Infinity : sign * place];
}

function placeOf(one: Quotation): number[] {
  return [ORDER['source']!.indexOf(one.source), one.start, one.end, ORDER['code']!.indexOf(one.code)];
}

/** Sorts by looking for the least of what is left, again and again. */
function slowlySorted(list: readonly Quotation[], keys: readonly SortKey[]): Quotation[] {
  const left = [...list];
  const found: Quotation[] = [];
  const numbers = (one: Quotation): number[] => [...keys.flatMap((key) => numbersOf(one, key)), ...placeOf(one)];
  while (left.length > 0) {
    let least = 0;
    left.forEach((one, i) => {
      const [mine, its] = [numbers(one), numbers(left[least]!)];
      const at = mine.findIndex((number, j) => number !== its[j]);
      if (at >= 0 && mine[at]! < its[at]!) least = i;
    });
    found.push(...left.splice(least, 1));
  }
  return found;
}

/** Groups by going through every value that there may be. */
function slowlyGrouped(list: readonly Quotation[], names: readonly string[]): Grouped[] {
  const [by, ...within] = names;
  if (by === undefined) return [];
  return ORDER[by]!.flatMap((value) => {
    const own = list.filter((one) => called(one, by) === value);
    if (own.length === 0) return [];
    const labels = own.map(({ speaker }) => speaker).filter((label) => label !== null);
    // Capitals come first.
    const label = labels.includes('MS LEE') ? 'MS LEE' : (labels[0] ?? value);
    return [{ by, value: by === 'speaker' ? label : value, quotations: own, groups: slowlyGrouped(own, within) }];
  });
}

const someKeys = fc
  .subarray(['code', 'case', 'source', 'speaker', 'agency', 'position', 'length', 'coded'])
  .chain((names) => fc.shuffledSubarray(names, { minLength: names.length }))
  .chain((names) => fc.tuple(...names.map((name) => fc.record({ name: fc.constant(name), reverse: fc.boolean() }))));

describe('quotations', () => {
  it('are sorted by every key in turn, and then by source and place', () => {
    fc.assert(
      fc.property(quotations, someKeys, (list, keys) => {
        const expected = keys.length === 0 ? list : slowlySorted(list, keys);
        expect(sorted(list, keys, RANKS)).toEqual(expected);
      }),
      { seed: 7, numRuns: 1500 },
    );
  });

  it('are grouped within groups, in the order of codebook and tables, and keep their order there', () => {
    const names = fc.shuffledSubarray(['code', 'case', 'source', 'speaker', 'agency']);
    fc.assert(
      fc.property(quotations, names, (list, by) => {
        expect(grouped(list, by, RANKS)).toEqual(slowlyGrouped(list, by));
      }),
      { seed: 8, numRuns: 1500 },
    );
  });
});
