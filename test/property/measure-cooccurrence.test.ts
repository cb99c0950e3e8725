import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Span } from '../../src/core/span.js';
import { type CodedSource, attributeOf } from '../../src/measure/coded-source.js';
import { addToCooccurrence, createCooccurrence, mergeCooccurrence } from '../../src/measure/cooccurrence.js';
import { finishCooccurrence } from '../../src/measure/cooccurrence-finish.js';
import type { CooccurrenceOptions, MeetingPlace } from '../../src/measure/cooccurrence-types.js';
import { type LaidCoding, byPlace } from '../../src/coding/laid.js';
import type { Turn } from '../../src/text/transcript.js';
import { units } from '../../src/text/unit.js';
import { codebookOf } from '../unit/measure/build.js';
import { CODES, TREE, anyStudy } from '../unit/measure/generate.js';

const codebook = codebookOf(TREE);
const parentOf = TREE.map(([, parent]) => TREE.findIndex(([id]) => id === parent));
const inSubtree = (code: number, top: number): boolean =>
  code === top || (code >= 0 && inSubtree(parentOf[code] ?? -1, top));
const isRelated = (a: number, b: number): boolean => a !== b && (inSubtree(a, b) || inSubtree(b, a));
const meet = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** A coding of a place where codes may meet, with all that the definitions ask about it. */
interface Standing {
  readonly place: string;
  readonly case: string;
  readonly source: string;
  readonly coding: LaidCoding;
}

const ownerOf = (source: CodedSource, span: Span): Turn | undefined =>
  source.transcript.turns.find((turn) => source.included(turn) && meet(turn, span));

const passes = ({ transcript: { turns }, included }: CodedSource): boolean =>
  turns.length === 0 || turns.some(included);

/** The obviously right version: every coding of every unit, written down. */
function standings(sources: readonly CodedSource[], unit: Exclude<MeetingPlace, 'overlap'>): Standing[] {
  return sources.flatMap((source) => {
    const name = source.transcript.source;
    const codings = source.codings.filter((coding) => ownerOf(source, coding) !== undefined);
    if (unit === 'case') {
      return codings.map((coding) => {
        const ofCase = attributeOf(source, ownerOf(source, coding), 'case');
        return { place: ofCase, case: ofCase, source: name, coding };
      });
    }
    return units(source.transcript, unit).flatMap((one) => {
      const turn = ownerOf(source, one);
      if (turn === undefined) return [];
      const here = codings.filter((coding) => meet(coding, one));
      const place = `${name} ${one.start}`;
      return here.map((coding) => ({ place, case: attributeOf(source, turn, 'case'), source: name, coding }));
    });
  });
}

/** Whether one of the codes has no matched words but such as overlap the other's. */
function restOnSameWords(a: readonly Standing[], b: readonly Standing[]): boolean {
  const hand = ({ coding }: Standing): boolean => coding.coders.length > 0 || coding.hits.length === 0;
  if ([...a, ...b].some(hand)) return false;
  const words = (list: readonly Standing[]) =>
    list.flatMap(({ source, coding }) => coding.hits.map((hit) => ({ source, ...hit })));
  const own = (list: readonly Standing[], others: readonly Standing[]): boolean =>
    words(list).some((hit) => words(others).every((other) => hit.source !== other.source || !meet(hit, other)));
  return !own(a, b) || !own(b, a);
}

function naivePair(all: readonly Standing[], a: number, b: number, rollup: boolean) {
  const has =
    (code: number) =>
    ({ coding }: Standing): boolean =>
      rollup ? inSubtree(coding.code, code) : coding.code === code;
  const [ofA, ofB] = [all.filter(has(a)), all.filter(has(b))];
  const places = [...new Set(ofA.map(({ place }) => place))].filter((place) => ofB.some((one) => one.place === place));
  const at = (list: readonly Standing[], place: string): Standing[] => list.filter((one) => one.place === place);
  return {
    both: places.length,
    sameWords: a === b ? null : places.filter((place) => restOnSameWords(at(ofA, place), at(ofB, place))).length,
    cases: new Set(places.map((place) => at(all, place)[0]!.case)).size,
    first: new Set(ofA.map(({ place }) => place)).size,
    second: new Set(ofB.map(({ place }) => place)).size,
  };
}

/** Pairs of segments written down; a pair belongs to the case of the later of the two. */
function naiveOverlap(sources: readonly CodedSource[], a: number, b: number) {
  const all = sources.map((source) =>
    source.codings.flatMap((coding): Standing[] => {
      const turn = ownerOf(source, coding);
      if (turn === undefined) return [];
      return [{ place: '', case: attributeOf(source, turn, 'case'), source: source.transcript.source, coding }];
    }),
  );
  const of = (here: readonly Standing[], code: number): Standing[] => here.filter(({ coding }) => coding.code === code);
  const meets = (one: Standing, other: Standing): boolean => (a === b ? one === other : meet(one.coding, other.coding));
  const met = all.flatMap((here) =>
    of(here, a).flatMap((one) => of(here, b).flatMap((other) => (meets(one, other) ? [[one, other] as const] : []))),
  );
  return {
    both: met.length,
    sameWords: a === b ? null : met.filter(([one, other]) => restOnSameWords([one], [other])).length,
    cases: new Set(met.map(([one, other]) => (byPlace(one.coding, other.coding) > 0 ? one : other).case)).size,
    first: of(all.flat(), a).length,
    second: of(all.flat(), b).length,
  };
}

function tallied(sources: readonly CodedSource[], options: CooccurrenceOptions) {
  const tally = createCooccurrence(codebook, options);
  for (const source of sources) addToCooccurrence(tally, source);
  return tally;
}

const KINDS = ['sentence', 'paragraph', 'turn', 'line', 'source', 'case'] as const;
const pairs = Array.from({ length: CODES }, (_, a) => Array.from({ length: CODES }, (__, b) => [a, b] as const)).flat();

describe('co-occurrence', () => {
  it.each(KINDS)('in a %s counts the units that hold both codes', (unit) => {
    fc.assert(
      fc.property(anyStudy, fc.boolean(), (sources, rollup) => {
        const table = finishCooccurrence(tallied(sources, { unit, rollup, units: true }), codebook);
        const all = standings(sources, unit);
        for (const [a, b] of pairs) {
          const { blank, ...pair } = table.pair(a, b);
          const expected = naivePair(all, a, b, rollup);
          expect(blank === 'related').toBe(isRelated(a, b));
          if (blank === 'related') continue;
          if (blank !== undefined) {
            const together = sources.some((source) => passes(source) && source.lookedAt(a) && source.lookedAt(b));
            expect(!rollup && together).toBe(false);
            expect(expected.both).toBe(0);
          } else
            expect([a, b, { ...pair, first: pair.first ?? 0, second: pair.second ?? 0 }]).toEqual([a, b, expected]);
        }
      }),
      { seed: 9, numRuns: 150 },
    );
  });

  it('of overlapping segments counts pairs of segments, those that rest on the same words, and their cases', () => {
    fc.assert(
      fc.property(anyStudy, (sources) => {
        const table = finishCooccurrence(tallied(sources, { unit: 'overlap', rollup: false, units: false }), codebook);
        for (const [a, b] of pairs) {
          const { blank, both, sameWords, cases, first, second } = table.pair(a, b);
          const expected = naiveOverlap(sources, a, b);
          expect([first ?? 0, second ?? 0]).toEqual([expected.first, expected.second]);
          expect(blank === 'related').toBe(isRelated(a, b));
          if (blank === 'not looked at') expect(expected.both).toBe(0);
          if (blank === undefined) {
            expect([a, b, both, sameWords, cases]).toEqual([a, b, expected.both, expected.sameWords, expected.cases]);
          }
        }
      }),
      { seed: 10, numRuns: 150 },
    );
  });

  it.each([...KINDS, 'overlap'] as const)('in a %s is the same from one pass and from several merged', (unit) => {
    fc.assert(
      fc.property(anyStudy, fc.boolean(), fc.nat(4), (sources, rollup, cut) => {
        const options = { unit, rollup, units: true };
        const whole = finishCooccurrence(tallied(sources, options), codebook);
        const into = tallied(sources.slice(cut).reverse(), options);
        mergeCooccurrence(into, structuredClone(tallied(sources.slice(0, cut), options)));
        const merged = finishCooccurrence(into, codebook);
        expect([merged.units, merged.cases]).toEqual([whole.units, whole.cases]);
        for (const [a, b] of pairs) expect(merged.pair(a, b)).toEqual(whole.pair(a, b));
      }),
      { seed: 11, numRuns: 60 },
    );
  });
});
