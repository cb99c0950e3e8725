import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sentences } from '../unit/text/sentences.js';
import type { Furniture, Transcript, Turn, UnitKind } from '../../src/text/transcript.js';
import { unitFinder } from '../../src/text/unit-finder.js';
import { units } from '../../src/text/unit.js';
import { decode, encode } from '../../src/text/utf8.js';

const runs = { seed: 20260103, numRuns: 2000 };
const whole = (text: Uint8Array) => ({ start: 0, end: text.length });
const signs = [
  'a',
  'B',
  'I',
  'Mr',
  'The',
  '7',
  'é',
  '社',
  '工',
  ' ',
  ' ',
  '\n',
  '\u3000',
  '.',
  '.',
  '!',
  '?',
  '…',
  '。',
  '？',
  '；',
  ';',
  '，',
  '"',
  "'",
  '”',
  '“',
  '」',
  '（',
  '）',
  '(',
  ')',
  '*',
  '।',
  '-->',
];
const text = fc.array(fc.constantFrom(...signs), { maxLength: 40 }).map((parts) => parts.join(''));

describe('sentences', () => {
  it('leave out nothing but white space, are in order, and are trimmed', () => {
    fc.assert(
      fc.property(text, fc.boolean(), (s, paragraphPerLine) => {
        const bytes = encode(s);
        const found = sentences(bytes, whole(bytes), { paragraphPerLine });
        let at = 0;
        for (const { start, end } of found) {
          expect(decode(bytes, at, start).trim()).toBe('');
          expect(decode(bytes, start, end)).toBe(decode(bytes, start, end).trim());
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(decode(bytes, at).trim()).toBe('');
      }),
      runs,
    );
  });

  it('of Chinese without straight quotes end after all signs in a row, unless a comma follows', () => {
    const chinese = fc
      .array(fc.constantFrom('社', '工', '，', '。', '！', '？', '；', '…', '”', '」', '）'), { maxLength: 30 })
      .map((parts) => `社${parts.join('')}`);
    fc.assert(
      fc.property(chinese, (s) => {
        const bytes = encode(s);
        const found = sentences(bytes, whole(bytes), { paragraphPerLine: false }).map(({ start, end }) =>
          decode(bytes, start, end),
        );
        const expected = [''];
        for (const piece of s.match(/[^。！？；…]*[。！？；…][。！？；…”」）]*|[^。！？；…]+$/gu) ?? []) {
          if (piece.startsWith('，') || expected[0] === '') expected.push(`${expected.pop()!}${piece}`);
          else expected.push(piece);
        }
        expect(found).toEqual(expected);
      }),
      runs,
    );
  });

  it('are the same whichever space stands after a sign', () => {
    const word = fc.constantFrom('We', 'left', 'Dr', 'e.g', 'No', '7', 'Ltd', 'the', 'B', 'é', '(sic)', '“So', 'ever”');
    const sign = fc.constantFrom('', '', '.', '?', '!', '...', '?!', ',', '."', ';');
    const words = fc.array(fc.tuple(word, sign), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(words, (pieces) => {
        const spaced = (space: string) => {
          const bytes = encode(pieces.map(([w, s]) => w + s + (s === '' ? ' ' : space)).join(''));
          return sentences(bytes, whole(bytes), { paragraphPerLine: false }).map(({ start, end }) =>
            decode(bytes, start, end).replaceAll(space, ' '),
          );
        };
        expect(spaced(' ')).toEqual(spaced('\u00a0'));
      }),
      runs,
    );
  });

  it('are the same within any paragraph, wherever it stands in the text', () => {
    fc.assert(
      fc.property(text, text, text, (before, s, after) => {
        const bytes = encode(before + s + after);
        const span = { start: encode(before).length, end: encode(before + s).length };
        const here = sentences(bytes, span, { paragraphPerLine: false }).map(({ start, end }) =>
          decode(bytes, start, end),
        );
        const alone = sentences(encode(s), whole(encode(s)), { paragraphPerLine: false }).map(({ start, end }) =>
          decode(encode(s), start, end),
        );
        expect(here).toEqual(alone);
      }),
      runs,
    );
  });
});

/** The same bytes, counting how often one is read. */
function counted(bytes: Uint8Array): { text: Uint8Array; reads: () => number } {
  let reads = 0;
  const text = new Proxy(bytes, {
    get(target, key) {
      if (typeof key === 'string' && /^\d+$/.test(key)) reads++;
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { text, reads: () => reads };
}

describe('the scanner', () => {
  it('reads every byte a bounded number of times, whatever the text', () => {
    const repeated = fc.array(fc.constantFrom(...signs), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(repeated, repeated, (first, part) => {
        const { text: bytes, reads } = counted(encode(first + part.repeat(400)));
        sentences(bytes, whole(bytes), { paragraphPerLine: false });
        expect(reads() / bytes.length).toBeLessThan(60);
      }),
      { ...runs, numRuns: 400 },
    );
  });
});

/** Transcripts of random speech, labels and furniture. */
const transcript: fc.Arbitrary<Transcript> = fc
  .record({
    parts: fc.array(fc.tuple(fc.constantFrom('turn', 'marker', 'time', 'cue', 'text', 'text'), text), {
      maxLength: 12,
    }),
    paragraphPerLine: fc.boolean(),
  })
  .map(({ parts, paragraphPerLine }) => {
    const turns: { index: number; start: number; speech: number; end: number; speaker: string; role: 'other' }[] = [];
    const furniture: Furniture[] = [];
    let s = '';
    let at = 0;
    const add = (piece: string): void => {
      s += piece;
      at += encode(piece).length;
    };
    for (const [kind, piece] of parts) {
      const start = at;
      if (kind === 'turn') {
        const last = turns.at(-1);
        if (last !== undefined) last.end = at;
        add('A:');
        turns.push({ index: turns.length, start, speech: at, end: at, speaker: 'A', role: 'other' });
      }
      if (kind === 'marker' || kind === 'time') {
        add('[x]');
        furniture.push({ kind, start, end: at });
      }
      if (kind === 'cue') {
        add('\n1\n00:00 --> 00:01\n');
        furniture.push({ kind, start: start + 1, end: at });
      }
      add(piece);
    }
    const last = turns.at(-1);
    if (last !== undefined) last.end = at;
    return {
      source: 's.txt',
      text: encode(s),
      linesBefore: 0,
      header: {},
      turns: turns as Turn[],
      furniture,
      paragraphPerLine,
      encoding: 'utf-8',
    };
  });
const kinds: UnitKind[] = ['sentence', 'paragraph', 'turn', 'line', 'source'];

describe('units', () => {
  it.each(kinds)('%s: finding one by one agrees with finding all', (kind) => {
    fc.assert(
      fc.property(transcript, fc.array(fc.nat(), { maxLength: 20 }), (source, asked) => {
        const all = units(source, kind);
        const find = unitFinder(source, kind);
        for (const n of asked) {
          const byte = n % (source.text.length + 1);
          const expected = all.find(({ end }) => byte < end) ?? all.at(-1);
          if (expected !== undefined) expect(expected).toMatchObject(find(byte));
          else expect(find(byte).end - find(byte).start).toBe(0);
        }
      }),
      { ...runs, numRuns: 600 },
    );
  });

  it('lie within speech, in order, apart, and begin and end with no white space and no furniture but markers', () => {
    fc.assert(
      fc.property(transcript, fc.constantFrom<UnitKind>('sentence', 'paragraph', 'turn', 'line'), (source, kind) => {
        let at = 0;
        for (const { start, end, turn } of units(source, kind)) {
          expect(start).toBeGreaterThanOrEqual(Math.max(at, source.turns[turn]!.speech));
          expect(end).toBeLessThanOrEqual(source.turns[turn]!.end);
          const words = decode(source.text, start, end);
          expect(words).toBe(words.trim());
          expect(words).not.toBe('');
          const touching = source.furniture.filter(
            (piece) =>
              piece.kind !== 'marker' &&
              ((piece.start <= start && start < piece.end) || (piece.start < end && end <= piece.end)),
          );
          expect(touching).toEqual([]);
          at = end;
        }
      }),
      runs,
    );
  });

  it('sentences lie within paragraphs, and these within turns; no word is in none', () => {
    fc.assert(
      fc.property(transcript, (source) => {
        const [inner, middle, outer] = (['sentence', 'paragraph', 'turn'] as const).map((kind) =>
          units(source, kind),
        ) as [ReturnType<typeof units>, ReturnType<typeof units>, ReturnType<typeof units>];
        for (const a of inner) expect(middle.filter((b) => b.start <= a.start && a.end <= b.end)).toHaveLength(1);
        for (const a of middle) expect(outer.filter((b) => b.start <= a.start && a.end <= b.end)).toHaveLength(1);
        for (const { speech, end } of source.turns) {
          for (let byte = speech; byte < end; byte++) {
            if (source.furniture.some((piece) => piece.start <= byte && byte < piece.end)) continue;
            const letter = (source.text[byte]! | 32) >= 97 && (source.text[byte]! | 32) <= 122;
            if (letter) expect(inner.some((unit) => unit.start <= byte && byte < unit.end)).toBe(true);
          }
        }
      }),
      { ...runs, numRuns: 500 },
    );
  });
});
