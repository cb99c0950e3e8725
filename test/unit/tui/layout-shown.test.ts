import { describe, expect, it } from '@jest/globals';
import { createRequire } from 'node:module';
import { displayWidth } from '../../../src/core/width.js';
import { encode } from '../../../src/text/utf8.js';
import { eachGrapheme, graphemeBounds } from '../../../src/tui/layout/grapheme.js';
import { shownCluster, shownCodePoint } from '../../../src/tui/layout/shown.js';
import { cutEnd, cutMiddle, shownText } from '../../../src/tui/layout/shown-text.js';
import { HARD_WORDS } from './random-states.js';

type Measure = (text: string) => number;

/** The measure that most programs of this kind use: by graphemes, where `displayWidth` goes by code points. */
const fromInk = createRequire(createRequire(import.meta.url).resolve('ink'));
const { default: stringWidth } = (await import(fromInk.resolve('string-width'))) as { default: Measure };

/** The planes that hold something else than ideographs or nothing. */
function* codePoints(): Generator<number> {
  for (const plane of [0, 1, 14]) {
    for (let codePoint = plane * 0x10000; codePoint < (plane + 1) * 0x10000; codePoint++) {
      if (codePoint < 0xd800 || codePoint > 0xdfff) yield codePoint;
    }
  }
}

describe('how a grapheme is written', () => {
  it.each([
    ['👩‍💻', '👩💻', 4],
    ['👨‍👩‍👧‍👦', '👨👩👧👦', 8],
    ['❤️', '❤', 1],
    ['1️⃣', '1', 1],
    ['👍🏽', '👍', 2],
    ['🇹🇼', '🇹🇼', 2],
    ['cafe\u0301'.slice(3), 'é', 1],
    ['か\u3099', 'が', 2],
    ['\u1112\u1161\u11ab', '한', 2],
    ['葛\u{e0100}', '葛', 2],
    ['นำ'.slice(0, 2), 'นํา', 2],
    ['\t', '    ', 4],
    ['\u001b', '␛', 1],
    ['\u007f', '␡', 1],
    ['\u0090', '\ufffd', 1],
    ['\u202e', '', 0],
    ['\u200b', '', 0],
    ['\u00ad', '', 0],
    ['\n', '', 0],
    ['\u0301', '◌\u0301', 1],
    ['\u1161', '\ufffd', 1],
  ])('%j as %j', (cluster, shown, width) => {
    expect(shownCluster(cluster)).toBe(shown);
    expect(displayWidth(shown)).toBe(width);
  });

  it('is never wider than eight columns, and holds few marks', () => {
    expect(shownCluster(`👩${'\u200d👩'.repeat(40)}`)).toBe('👩👩👩…');
    expect(shownCluster(`z${'\u0335'.repeat(400)}`)).toBe(`z${'\u0335'.repeat(4)}`);
  });

  it('takes no more columns by any measure than it is counted for', () => {
    const wider: string[] = [];
    for (const codePoint of codePoints()) {
      const shown = shownCodePoint(codePoint);
      if (stringWidth(shown) > displayWidth(shown)) wider.push(codePoint.toString(16));
    }
    expect(wider).toEqual([]);
    for (const word of HARD_WORDS)
      expect(stringWidth(shownText(word))).toBeLessThanOrEqual(displayWidth(shownText(word)));
  });

  it('holds no control character and nothing that turns the direction', () => {
    const raw: string[] = [];
    for (const codePoint of codePoints()) {
      const shown = shownCodePoint(codePoint);
      if (/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(shown))
        raw.push(codePoint.toString(16));
    }
    expect(raw).toEqual([]);
  });
});

describe('the graphemes of a text', () => {
  const bounds = (words: string): number[] => {
    const found = [...new Intl.Segmenter().segment(words)].map(({ index }) => encode(words.slice(0, index)).length);
    return [...found, encode(words).length];
  };

  it.each([...HARD_WORDS, HARD_WORDS.join(''), HARD_WORDS.join(' '), '\u0600١٢ \u0600a', '한\u11a8글', '©\u200d©'])(
    'are those of the segmenter: %j',
    (words) => {
      const text = encode(words);
      expect(graphemeBounds(text, 0, text.length)).toEqual(bounds(words));
    },
  );

  it('are as wide as they are written', () => {
    const words = HARD_WORDS.join('');
    const text = encode(words);
    let width = 0;
    eachGrapheme(text, 0, text.length, (_start, _end, _codePoint, columns) => (width += columns));
    expect(width).toBe(
      [...new Intl.Segmenter().segment(words)].reduce(
        (sum, { segment }) => sum + displayWidth(shownCluster(segment)),
        0,
      ),
    );
  });
});

describe('a text on one line', () => {
  it('has its line breaks as spaces', () => {
    expect(shownText('one\ntwo\r\nthree')).toBe('one two three');
  });

  it('loses its end, or its middle, for three dots', () => {
    expect(cutEnd('funding', 7)).toBe('funding');
    expect(cutEnd('funding', 5)).toBe('fund…');
    expect(cutEnd('政府購買', 6)).toBe('政府…');
    expect(cutEnd('funding', 0)).toBe('');
    expect(cutMiddle('transcripts/A1-1.txt', 12)).toBe('tran…1-1.txt');
    expect(cutMiddle('會議紀錄.md', 8)).toBe('會…錄.md');
  });
});
