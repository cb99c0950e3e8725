import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Footing, footingsOf } from '../../src/measure/theory/footing.js';
import type { TestedCase } from '../../src/measure/theory/tested.js';
import type { ClaimedRule, Theory } from '../../src/measure/theory/theory.js';
import { codebookOf } from '../unit/measure/build.js';

/*
 * Three rules over four codes: the second reads the theme of the first, so that it asks for its codes as well; the third
 * asks for attributes alone.
 */
const CODES = ['a', '乙', 'c', 'd'];
const codebook = codebookOf(CODES.map((id) => [id] as const));
const place = { file: 'theory.yaml' };
const rule = (name: string, condition: ClaimedRule['condition'], more: Partial<ClaimedRule>): ClaimedRule => ({
  name,
  text: name,
  condition,
  adds: [`x-${name}`],
  place,
  ...more,
});
const theoryWith = (written: readonly (string | undefined)[]): Theory => {
  const at = (i: number) => (written[i] === undefined ? {} : { written: written[i] });
  return {
    title: 'T',
    threshold: 1,
    facts: [
      { text: 'a', bound: { kind: 'codes', codes: [0] } },
      { text: '乙', bound: { kind: 'codes', codes: [1] } },
      { text: 'c', bound: { kind: 'codes', codes: [2] } },
      {
        text: 'type = x',
        bound: {
          kind: 'condition',
          test: { kind: 'attribute', name: 'type', comparison: '=', value: 'x', isPattern: false },
        },
      },
    ],
    rules: [
      rule('one', { kind: 'fact', at: 0 }, { expects: { text: '乙', of: { kind: 'fact', at: 1 } }, ...at(0) }),
      rule(
        'two',
        { kind: 'and', left: { kind: 'theme', name: 'x-one' }, right: { kind: 'not', of: { kind: 'fact', at: 2 } } },
        at(1),
      ),
      rule('three', { kind: 'fact', at: 3 }, at(2)),
    ],
    judgements: [],
  };
};
/** What the rules ask for: what a theme's rule expects is no part of the theme. */
const ASKED = [[0, 1], [0, 2], []];

const DAYS = ['2025-03-13', '2025-03-14', '2025-03-15'];
const HOURS = ['T00:00:00Z', 'T09:30:00Z', 'T09:30:00.5Z', 'T23:59:59Z'];
const time = fc.tuple(fc.constantFrom(...DAYS), fc.constantFrom(...HOURS)).map((parts) => parts.join(''));
const written = fc.option(fc.oneof(fc.constantFrom(...DAYS), time), { nil: undefined });
const SOURCES = ['1.txt', '2.txt', '三.txt'];

/** Milliseconds; a day lasts until it is over. */
const before = (at: string, limit: string): boolean => {
  const end = limit.length === 10 ? Date.parse(`${limit}T00:00:00Z`) + 86_400_000 : Date.parse(limit);
  return Date.parse(at) < end;
};

describe('footingsOf', () => {
  it('is a test where all was done afterwards and has a date', () => {
    fc.assert(
      fc.property(
        fc.tuple(written, written, written),
        fc.dictionary(fc.constantFrom(...SOURCES), time),
        fc.array(fc.record({ sources: fc.subarray(SOURCES), undated: fc.tuple(...CODES.map(() => fc.boolean())) }), {
          maxLength: 4,
        }),
        (dates, began, cases) => {
          const tested = cases.map(
            ({ sources, undated }) => ({ evidence: { sources: new Set(sources), undated } }) as unknown as TestedCase,
          );
          const found = footingsOf(theoryWith(dates), codebook, tested, new Map(Object.entries(began)));
          expect(found).toEqual(
            dates.map((date, i) =>
              date === undefined
                ? null
                : cases.map(({ sources, undated }): Footing => {
                    const done = Object.entries(began).filter(([source]) => sources.includes(source));
                    for (const [, at] of done) if (before(at, date)) return 'pattern check';
                    if (done.length === 0) return 'undated';
                    for (const code of ASKED[i]!) if (undated[code]) return 'undated';
                    return 'test';
                  }),
            ),
          );
        },
      ),
      { seed: 22, numRuns: 500 },
    );
  });
});
