import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bySpan, overlaps, type Span } from '../../../src/core/span.js';
import { exactly, inserted, overlapping, removed } from '../../../src/tui/model/overlapping.js';

const span = fc
  .tuple(fc.nat(30), fc.integer({ min: 1, max: 12 }))
  .map(([start, size]) => ({ start, end: start + size }));
const held = fc.array(span, { maxLength: 30 }).map((spans) => spans.map((each, i) => ({ ...each, id: `${i}` })));

describe('a list of spans', () => {
  it('answers what overlaps and what is the same, through insertions and removals, as looking at each would', () => {
    fc.assert(
      fc.property(held, fc.array(fc.nat(29)), span, (spans, takings, asked) => {
        let list: readonly (Span & { readonly id: string })[] = [];
        const check = (): void => {
          expect(overlapping(list, asked)).toEqual(list.filter((each) => overlaps(each, asked)));
          expect(exactly(list, asked)).toEqual(list.filter((each) => bySpan(each, asked) === 0));
        };
        for (const each of spans) {
          list = inserted(list, each);
          check();
        }
        expect(list).toEqual([...list].sort(bySpan));
        expect(new Set(list)).toEqual(new Set(spans));
        for (const taking of takings) {
          const gone = spans[taking];
          if (gone === undefined) continue;
          list = removed(list, gone, gone.id);
          expect(list.some(({ id }) => id === gone.id)).toBe(false);
          check();
        }
        expect(list).toHaveLength(spans.length - new Set(takings.filter((taking) => taking < spans.length)).size);
      }),
      { seed: 20260112, numRuns: 500 },
    );
  });
});
