import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseQuery } from '../../src/measure/query/parse.js';
import {
  COMPARISONS,
  DISTANCE_UNITS,
  DISTANT,
  OPERATORS,
  type Query,
  type Word,
} from '../../src/measure/query/syntax.js';
import { written } from '../../src/measure/query/written.js';

const word = fc
  .constantFrom('trust', '信任', 'a-b', 'fund*', 'strategy/*', '@saved')
  .map((text): Word => ({ text, quoted: false, start: 0, end: 0 }));
const quoted = fc
  .constantFrom('and', 'year founded', '资金 到位', 'fund*', 'say "no"', '(')
  .map((text): Word => ({ text, quoted: true, start: 0, end: 0 }));
const anyWord = fc.oneof(word, quoted);

const { query } = fc.letrec<{ query: Query }>((tie) => ({
  query: fc.oneof(
    { depthSize: 'small' },
    anyWord.map((one): Query => ({ kind: 'codes', word: one })),
    fc.tuple(anyWord, fc.constantFrom(...COMPARISONS), anyWord).map(([subject, comparison, value]): Query => ({
      kind: 'condition',
      subject,
      comparison,
      value,
      start: 0,
      end: 0,
    })),
    tie('query').map((of): Query => ({ kind: 'not', of })),
    tie('query').map((of): Query => ({ kind: 'case', of, start: 0, end: 0 })),
    fc
      .tuple(fc.constantFrom('and' as const, 'or' as const), tie('query'), tie('query'))
      .map(([kind, left, right]): Query => ({ kind, left, right })),
    fc
      .tuple(
        fc.constantFrom(...OPERATORS),
        tie('query'),
        tie('query'),
        fc.option(fc.record({ most: fc.integer({ min: 0, max: 99 }), unit: fc.constantFrom(...DISTANCE_UNITS) })),
      )
      .map(([operator, left, right, distance]): Query => {
        return { kind: 'relation', operator, left, right, distance: DISTANT.has(operator) ? distance : null };
      }),
  ),
}));

/** A query without the places of its words. */
const essence = (one: Query): unknown =>
  JSON.parse(JSON.stringify(one, (key, value: unknown) => (key === 'start' || key === 'end' ? undefined : value)));

describe('a query in words', () => {
  it('reads as the query that it is', () => {
    fc.assert(
      fc.property(query, (one) => {
        const { value, diagnostics } = parseQuery(written(one));
        expect(diagnostics).toEqual([]);
        expect(essence(value!)).toEqual(essence(one));
      }),
      { seed: 41, numRuns: 500 },
    );
  });
});
