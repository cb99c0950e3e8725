import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anchorOf } from '../../../src/coding/anchor.js';
import { anchoringOf } from '../../../src/coding/anchoring.js';
import { placeAnchors } from '../../../src/coding/place.js';
import { digestOf } from '../../../src/text/digest.js';
import { encode } from '../../../src/text/utf8.js';

describe('an anchor', () => {
  it('counts code points and carries 32 of context on either side', () => {
    const before = '前'.repeat(40);
    const text = encode(`${before}👍信任abc${'x'.repeat(40)}`);
    const start = encode(before).length;
    const anchor = anchorOf({ start, end: start + encode('👍信任').length }, text, 'd');
    expect(anchor).toEqual({
      start: 40,
      end: 43,
      exact: '👍信任',
      prefix: '前'.repeat(32),
      suffix: `abc${'x'.repeat(29)}`,
      digest: 'd',
    });
  });

  it('goes from a segment to an anchor and back, for any text', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 });
    fc.assert(
      fc.property(
        text,
        text.filter((middle) => middle !== ''),
        text,
        (before, middle, after) => {
          const bytes = encode(before + middle + after);
          const start = encode(before).length;
          const segment = { start, end: start + encode(middle).length };
          const anchor = anchorOf(segment, bytes, digestOf(bytes));
          expect(anchor.exact).toBe(middle);
          expect(before.endsWith(anchor.prefix) && after.startsWith(anchor.suffix)).toBe(true);
          expect(placeAnchors([anchor], anchoringOf(bytes))).toEqual([{ kind: 'exact', ...segment, moved: 0 }]);
        },
      ),
      { seed: 4, numRuns: 300 },
    );
  });
});
