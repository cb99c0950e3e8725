import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Span } from '../../../src/core/span.js';
import { findFolded } from '../../../src/text/find-folded.js';
import { fold } from '../../../src/text/fold.js';
import { decode, encode } from '../../../src/text/utf8.js';

function all(text: string, wanted: string): string[] {
  const bytes = encode(text);
  const finder = findFolded(bytes, wanted);
  const found: string[] = [];
  let match = finder?.after(0, bytes.length) ?? null;
  for (; match !== null; match = finder!.after(match.start + 1, bytes.length)) {
    found.push(decode(bytes, match.start, match.end));
  }
  return found;
}

describe('finding words as they were typed', () => {
  it.each([
    ['whatever the case', 'Office OFFICE off-ice', 'office', ['Office', 'OFFICE']],
    ['whatever the width', 'ＮＧＯ ngo', 'NGO', ['ＮＧＯ', 'ngo']],
    ['whatever the script of Han', '資金，资金', '资金', ['資金', '资金']],
    [
      'over any white space',
      'service\n  contract, service　contract',
      'service contract',
      ['service\n  contract', 'service　contract'],
    ],
    ['whatever the apostrophe', 'don’t', "don't", ['don’t']],
    ['where it overlaps itself', 'aaa', 'aa', ['aa', 'aa']],
    ['not where it is cut short', 'offic', 'office', []],
  ])('finds them %s', (_, text, wanted, expected) => {
    expect(all(text, wanted)).toEqual(expected);
  });

  it('finds nothing when nothing is looked for', () => {
    expect(findFolded(encode('a b'), '  ')).toBeNull();
  });

  const letters = fc.constantFrom('a', 'A', 'b', 'é', '資', '资', '金', ' ', '\n', '🇭', '🇰', 'Ｂ');
  const written = fc.array(letters, { maxLength: 40 }).map((parts) => parts.join(''));
  const query = fc.array(letters, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(''));

  it('finds the same as comparing folded letters one by one, from either side', () => {
    const folded = (text: string): string[] =>
      Array.from(text, (letter) => String.fromCodePoint(fold(letter.codePointAt(0)!, { han: true })));
    fc.assert(
      fc.property(written, query, fc.nat(60), fc.nat(60), (text, wanted, one, other) => {
        fc.pre(wanted.trim() === wanted && !/\s/u.test(wanted));
        const bytes = encode(text);
        const finder = findFolded(bytes, wanted)!;
        const [a, b] = [folded(text), folded(wanted)];
        const starts = a.flatMap((_, i) =>
          b.every((letter, k) => a[i + k] === letter) ? [encode([...text].slice(0, i).join('')).length] : [],
        );
        const start = (match: Span | null): number | null => match?.start ?? null;
        const [from, to] = [Math.min(one, other, bytes.length), Math.min(Math.max(one, other), bytes.length)];
        const within = starts.filter((at) => at >= from && at < to);
        expect(start(finder.after(from, to))).toBe(within[0] ?? null);
        expect(start(finder.before(to, from))).toBe(within.at(-1) ?? null);
      }),
      { seed: 20260111, numRuns: 1000 },
    );
  });

  it('finds backwards over long stretches', () => {
    const bytes = encode(`要${'文'.repeat(100_000)}末`);
    const finder = findFolded(bytes, '要')!;
    expect(finder.before(bytes.length, 0)).toEqual({ start: 0, end: 3 });
    expect(finder.before(bytes.length, 1)).toBeNull();
  });
});
