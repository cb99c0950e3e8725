import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decode, encode } from '../../../src/text/utf8.js';
import { BLANK, breakKind, CLOSING, ENDING } from '../../../src/tui/layout/breaking.js';
import { eachGrapheme } from '../../../src/tui/layout/grapheme.js';
import { wrap } from '../../../src/tui/layout/wrap.js';
import { hardText } from './random-states.js';

const SEED = { seed: 11, numRuns: 500 };

function wrapped(words: string, columns: number): string[] {
  const text = encode(words);
  return wrap(text, 0, text.length, columns).map(({ start, end }) => decode(text, start, end));
}

/** Columns of a row without the white space that hangs over its end. */
function widthOf(row: string): number {
  const text = encode(row);
  let width = 0;
  let shown = 0;
  eachGrapheme(text, 0, text.length, (_start, _end, codePoint, columns) => {
    const kind = breakKind(codePoint);
    if (kind === ENDING) return;
    width += columns;
    if (kind !== BLANK) shown = width;
  });
  return shown;
}

describe('wrap', () => {
  it('breaks between words', () => {
    expect(wrapped('The contract came late, as always.', 12)).toEqual(['The contract ', 'came late, ', 'as always.']);
  });

  it('breaks between ideographs, but neither before closing nor after opening signs', () => {
    expect(wrapped('政府購買服務，我們自主決定。', 12)).toEqual(['政府購買服', '務，我們自主', '決定。']);
    expect(wrapped('他說：「好嗎？」我說（笑）好。', 10)).toEqual(['他說：「好', '嗎？」我說', '（笑）好。']);
  });

  it('keeps a Latin word in Chinese whole', () => {
    expect(wrapped('用smartphone上網', 11)).toEqual(['用', 'smartphone', '上網']);
    expect(wrapped('用smartphone上網', 14)).toEqual(['用smartphone上', '網']);
  });

  it('cuts a word that is longer than a row between graphemes', () => {
    expect(wrapped('abcdefghijklmnop', 8)).toEqual(['abcdefgh', 'ijklmnop']);
    expect(wrapped('e\u0301'.repeat(9), 8)).toEqual(['e\u0301'.repeat(8), 'e\u0301']);
  });

  it('lets white space hang over the end of a row', () => {
    expect(wrapped('12345678   9', 8)).toEqual(['12345678   ', '9']);
  });

  it('does not break at spaces that hold together', () => {
    expect(wrapped('pay of 70\u00a0000 yuan', 12)).toEqual(['pay of ', '70\u00a0000 yuan']);
  });

  it('breaks after hyphens and slashes before letters, and where a zero-width space allows', () => {
    expect(wrapped('well-known agencies', 9)).toEqual(['well-', 'known ', 'agencies']);
    expect(wrapped('abcdef\u200bghijkl', 8)).toEqual(['abcdef\u200b', 'ghijkl']);
    expect(wrapped('pages 12-3456', 10)).toEqual(['pages ', '12-3456']);
  });

  it('ends a row at a line feed and at the soft breaks of word processors', () => {
    expect(wrapped('a\u2028b\u000bc\n', 8)).toEqual(['a\u2028', 'b\u000b', 'c\n']);
  });

  it('makes one empty row of nothing', () => {
    expect(wrap(encode(''), 0, 0, 10)).toEqual([{ start: 0, end: 0 }]);
  });

  it('loses nothing, and no row is too wide, whatever the text', () => {
    fc.assert(
      fc.property(hardText(60), fc.integer({ min: 8, max: 90 }), (words, columns) => {
        const rows = wrapped(words, columns);
        expect(rows.join('')).toBe(words);
        expect(Math.max(...rows.map(widthOf))).toBeLessThanOrEqual(columns);
      }),
      SEED,
    );
  });

  it('never splits a grapheme', () => {
    fc.assert(
      fc.property(hardText(60), fc.integer({ min: 8, max: 90 }), (words, columns) => {
        const bounds = new Set([...new Intl.Segmenter().segment(words)].map(({ index }) => index));
        let at = 0;
        const begins = wrapped(words, columns).map((row) => (at += row.length) - row.length);
        expect(begins.filter((begin) => begin < words.length && !bounds.has(begin))).toEqual([]);
      }),
      SEED,
    );
  });

  it('begins a row with a closing sign only where a run of them, or of one word, fills the row before', () => {
    fc.assert(
      fc.property(hardText(60), fc.integer({ min: 24, max: 90 }), (words, columns) => {
        const rows = wrapped(words, columns);
        rows.forEach((row, i) => {
          if (i === 0 || breakKind(row.codePointAt(0)!) !== CLOSING) return;
          const before = rows[i - 1]!;
          expect(widthOf(before) >= columns - 8 || breakKind(before.codePointAt(before.length - 1)!) === ENDING).toBe(
            true,
          );
        });
      }),
      SEED,
    );
  });
});
