import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Furniture } from '../../src/text/transcript.js';
import { decode, encode } from '../../src/text/utf8.js';
import { countWords, tokens, wordsBetween } from '../../src/text/word.js';

const pieces = [
  'a',
  'Z',
  'é',
  'ж',
  '_',
  'ａ',
  '7',
  '５',
  '٣',
  '社',
  'カ',
  '𠮷',
  'ก',
  "'",
  '’',
  '-',
  '‐',
  '–',
  '.',
  ',',
  '，',
  ' ',
  '\n',
  '\u3000',
  '\u00ad',
  '\u200d',
  '\u0301',
  '😀',
];
const text = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(''));
const runs = { seed: 20260102, numRuns: 3000 };

/** One letter for each character: H Han, L letter, D digit, j joiner, n number joiner, x silent, B blank, O other. */
function shape(character: string): string {
  if (/[\p{sc=Han}\p{sc=Katakana}\p{sc=Thai}]/u.test(character)) return 'H';
  if (/[0-9０-９]/u.test(character)) return 'D';
  if (/[\p{L}\p{Nd}_]/u.test(character)) return 'L';
  if (/['’\-‐]/u.test(character)) return 'j';
  if (/[.,]/u.test(character)) return 'n';
  if (/[\p{M}\p{Cf}]/u.test(character)) return 'x';
  return /\s/u.test(character) ? 'B' : 'O';
}

/** Words by one regular expression over the letters above, as strings of the text's characters. */
function slowWords(s: string): string[] {
  const characters = [...s];
  const shapes = characters.map(shape).join('');
  return [...shapes.matchAll(/H|[LD](?:x*(?:jx*(?=[LD])|(?<=Dx*)nx*(?=D))?[LD])*/g)].map(({ index, 0: word }) =>
    characters.slice(index, index + word.length).join(''),
  );
}

describe('words', () => {
  it('are those of a regular expression over the decoded text', () => {
    fc.assert(
      fc.property(text, (s) => {
        const bytes = encode(s);
        const found = tokens(bytes, { start: 0, end: bytes.length }).map(({ start, end }) => decode(bytes, start, end));
        // A mark or soft hyphen at a token's end belongs to it, but makes no word.
        expect(found.map((word) => word.replace(/[\p{M}\p{Cf}]+$/u, ''))).toEqual(slowWords(s));
      }),
      runs,
    );
  });

  it('are counted as they are found, and characters as a filter of the string counts them', () => {
    fc.assert(
      fc.property(text, (s) => {
        const bytes = encode(s);
        expect(countWords(bytes, { start: 0, end: bytes.length }, [])).toEqual({
          words: slowWords(s).length,
          characters: [...s].filter((character) => !/[\s\p{Cf}]/u.test(character)).length,
          hanCharacters: [...s].filter((character) => shape(character) === 'H').length,
        });
      }),
      runs,
    );
  });

  it('without furniture are those of the text with white space in its place', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(text, fc.boolean()), { maxLength: 6 }), fc.nat(60), fc.nat(60), (parts, a, b) => {
        const furniture: Furniture[] = [];
        let at = 0;
        let blanked = '';
        for (const [s, isFurniture] of parts) {
          const size = encode(s).length;
          if (isFurniture && size > 0) furniture.push({ kind: 'marker', start: at, end: at + size });
          blanked += isFurniture ? ' '.repeat(size) : s;
          at += size;
        }
        const bytes = encode(parts.map(([s]) => s).join(''));
        const aligned = (n: number): number =>
          encode(decode(bytes.slice(0, Math.min(n, bytes.length))).replace(/\ufffd+$/u, '')).length;
        const [start, end] = [aligned(a), aligned(b)].sort((x, y) => x - y) as [number, number];
        const blank = encode(blanked);
        if ((blank[start]! & 0xc0) === 0x80 || (blank[end]! & 0xc0) === 0x80) return;
        const expected = countWords(blank, { start, end }, []);
        expect(countWords(bytes, { start, end }, furniture)).toEqual(expected);
        expect(wordsBetween(bytes, start, end, furniture)).toEqual({
          words: expected.words - expected.hanCharacters,
          chars: expected.hanCharacters,
        });
      }),
      runs,
    );
  });
});
