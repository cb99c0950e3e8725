import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anchorOf } from '../../src/coding/anchor.js';
import { anchoringOf } from '../../src/coding/anchoring.js';
import { occurrences } from '../../src/coding/occurrences.js';
import { isSure, placeAnchors } from '../../src/coding/place.js';
import { skeletonPoints } from '../../src/coding/skeleton.js';
import { codePointIndex } from '../../src/text/offset.js';
import { decode, encode } from '../../src/text/utf8.js';

const piece = fc
  .array(fc.constantFrom('a', 'b', '资', '金', '。'), { minLength: 1, maxLength: 6 })
  .map((list) => list.join(''));

/** Every byte where a piece begins. */
function startsOf(text: Uint8Array, bytes: Uint8Array): number[] {
  const found: number[] = [];
  for (let at = Buffer.from(text).indexOf(bytes); at >= 0; at = Buffer.from(text).indexOf(bytes, at + 1))
    found.push(at);
  return found;
}

describe('occurrences', () => {
  it('are those that a search for each piece finds', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.array(piece, { maxLength: 8 }), (words, pieces) => {
        const text = encode(words.join(''));
        const wanted = pieces.map((one) => startsOf(text, encode(one)));
        expect(occurrences(text, pieces.map(encode))).toEqual(wanted);
      }),
      { seed: 11, numRuns: 1000 },
    );
  });
});

/** Paragraphs of which many are alike, and neighbours that begin or end alike. */
const paragraph = fc.oneof(
  fc.constantFrom('梁生：资金不够。\n', '梁生：对。\n', 'Ann: Money was short, and it came late every single year.\n'),
  fc.array(piece, { minLength: 1, maxLength: 12 }).map((words) => `梁生：${words.join('')}\n`),
);

type Correction = readonly ['insert' | 'delete' | 'double' | 'swap', number, string];
const correction: fc.Arbitrary<Correction> = fc.tuple(
  fc.constantFrom('insert', 'delete', 'double', 'swap'),
  fc.nat(),
  paragraph,
);

/** Corrects a text, paragraph by paragraph. */
function corrected(paragraphs: readonly string[], corrections: readonly Correction[]): string[] {
  const list = [...paragraphs];
  for (const [kind, dice, fresh] of corrections) {
    const at = dice % (list.length + 1);
    if (kind === 'insert') list.splice(at, 0, fresh);
    else if (kind === 'delete') list.splice(at, 1);
    else if (kind === 'double') list.splice(dice % 3 === 0 ? list.length : at, 0, ...list.slice(at, at + 1));
    else list.push(...list.splice(at, 1));
  }
  return list;
}

describe('a quotation in a corrected text', () => {
  it('is never placed on other words, nor on one of two places alike', () => {
    let moved = 0;
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 1, maxLength: 10 }),
        fc.array(correction, { maxLength: 4 }),
        fc.nat(),
        fc.integer({ min: 1, max: 20 }),
        (paragraphs, corrections, dice, length) => {
          const characters = [...paragraphs.join('')];
          const first = dice % characters.length;
          const chosen = characters.slice(first, first + length).join('');
          const before = encode(paragraphs.join(''));
          const start = encode(characters.slice(0, first).join('')).length;
          const anchor = anchorOf({ start, end: start + encode(chosen).length }, before, 'd');
          const text = encode(corrected(paragraphs, corrections).join(''));
          const whole = startsOf(text, encode(anchor.prefix + anchor.exact + anchor.suffix)).map(
            (at) => at + encode(anchor.prefix).length,
          );
          const place = placeAnchors([anchor], anchoringOf(text))[0]!;
          if (whole.length > 1) expect(isSure(place)).toBe(false);
          if (!isSure(place)) return;
          if (whole.length === 1) expect(place.start).toBe(whole[0]);
          expect(skeletonPoints(decode(text, place.start, place.end))).toEqual(skeletonPoints(anchor.exact));
          const index = codePointIndex(text);
          expect(index.toCodePoints(place.start) - anchor.start).toBe(place.moved);
          if (place.moved !== 0) expect(place.kind).toBe('moved');
          if (place.moved !== 0) moved++;
        },
      ),
      { seed: 12, numRuns: 3000 },
    );
    expect(moved).toBeGreaterThan(300);
  });
});
