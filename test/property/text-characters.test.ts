import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { composed } from '../../src/text/normal.js';
import { codePointIndex, lineIndex } from '../../src/text/offset.js';
import { codePointAt, decode, encode, previous, sizeOf } from '../../src/text/utf8.js';

const seed = { seed: 20260101, numRuns: 500 };

/** Texts dense in what composes: marks out of order, jamo, singletons, kana with marks apart. */
const composable = fc
  .array(
    fc.constantFrom(
      'a',
      'e',
      'ο',
      'か',
      '社',
      '\u1112',
      '\u1161',
      '\u11ab',
      '가',
      '\u0301',
      '\u0323',
      '\u0307',
      '\u3099',
      '\u212b',
      '\uf902',
      '\u0344',
      '\u1e9b',
      '\u0958',
      ' ',
      '\n',
      '\u{1d15e}',
      '\u{11099}',
      '\u{110ba}',
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));
const any = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), composable);

/** Byte offsets where characters begin, and the end. */
function boundaries(text: Uint8Array): number[] {
  const found = [0];
  while (found.at(-1)! < text.length) found.push(found.at(-1)! + sizeOf(text[found.at(-1)!]!));
  return found;
}

describe('UTF-8 in place', () => {
  it('gives the characters of the decoded string, forwards and backwards', () => {
    fc.assert(
      fc.property(any, (s) => {
        const text = encode(s);
        const at = boundaries(text);
        const expected = Array.from(decode(text), (character) => character.codePointAt(0));
        expect(at.slice(0, -1).map((i) => codePointAt(text, i))).toEqual(expected);
        expect(at.slice(1).map((i) => previous(text, i))).toEqual(at.slice(0, -1));
      }),
      seed,
    );
  });
});

describe('offsets', () => {
  it('are those of an array of characters, whatever is asked in whatever order', () => {
    const longer = fc.tuple(any, fc.nat(80)).map(([s, n]) => s.repeat(n));
    fc.assert(
      fc.property(longer, fc.array(fc.nat(), { maxLength: 20 }), (s, asked) => {
        const text = encode(s);
        const at = boundaries(text);
        const index = codePointIndex(text);
        for (const n of asked) {
          const i = n % at.length;
          if (n % 2 === 0) expect(index.toCodePoints(at[i]!)).toBe(i);
          else expect(index.toBytes(i)).toBe(at[i]);
        }
      }),
      { ...seed, numRuns: 200 },
    );
  });

  it('and lines are those of the split string', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '社', '\n'), maxLength: 40 }),
        fc.array(fc.nat(40)),
        (s, asked) => {
          const text = encode(s);
          const starts = s.split('\n').map(
            (_, line, all) =>
              encode(
                all
                  .slice(0, line)
                  .map((l) => `${l}\n`)
                  .join(''),
              ).length,
          );
          const index = lineIndex(text);
          for (const n of asked) {
            const byte = n % (text.length + 1);
            expect(index.lineOf(byte)).toBe(starts.filter((start) => start <= byte).length);
            expect(index.startOf(n + 1)).toBe(starts[n] ?? text.length);
          }
        },
      ),
      seed,
    );
  });
});

describe('composing', () => {
  it('gives NFC, or null where the text is in NFC', () => {
    fc.assert(
      fc.property(any, (s) => {
        const before = decode(encode(s));
        const after = composed(encode(s));
        expect(after === null ? before : decode(after.text)).toBe(before.normalize('NFC'));
        expect(after === null).toBe(before === before.normalize('NFC'));
      }),
      { ...seed, numRuns: 3000 },
    );
  });

  it('leads back: what lies between two places of the original composes to what lies between them here', () => {
    fc.assert(
      fc.property(composable, fc.nat(), fc.nat(), (s, a, b) => {
        const original = encode(s);
        const result = composed(original);
        if (result === null) return;
        const at = boundaries(result.text);
        const [i, j] = [a % at.length, b % at.length].sort((x, y) => x - y) as [number, number];
        const from = result.original(at[i]!, 'start');
        const to = result.original(at[j]!, 'end');
        const piece = decode(original, from, Math.max(from, to)).normalize('NFC');
        expect(piece.includes(decode(result.text, at[i]!, at[j]!))).toBe(true);
        expect(from).toBeLessThanOrEqual(result.original(at[i]!, 'end'));
        expect(boundaries(original)).toContain(from);
        expect(boundaries(original)).toContain(to);
      }),
      { ...seed, numRuns: 3000 },
    );
  });
});
