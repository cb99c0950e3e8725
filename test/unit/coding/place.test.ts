import { describe, expect, it } from '@jest/globals';
import { anchorOf } from '../../../src/coding/anchor.js';
import type { Anchor } from '../../../src/coding/coding.js';
import { placeAnchors } from '../../../src/coding/place.js';
import { codePointIndex } from '../../../src/text/offset.js';
import { encode } from '../../../src/text/utf8.js';

const TEXT = '访谈者：资金怎么样？\n梁生：资金不够用。政府拖欠了半年。\n访谈者：谁帮过你们？\n梁生：街道帮过我们。\n';

/** The anchor of the first occurrence of words in a text. */
function anchored(words: string, text = TEXT): Anchor {
  const start = encode(text.slice(0, text.indexOf(words))).length;
  return anchorOf({ start, end: start + encode(words).length }, encode(text), 'd');
}

/** The characters where an anchor is placed, and how far it moved; or null. */
function placed(anchor: Anchor, text: string): [number, number] | null {
  const [place] = placeAnchors([anchor], encode(text));
  if (!place) return null;
  const before = new TextDecoder().decode(encode(text).subarray(0, place.start));
  expect(new TextDecoder().decode(encode(text).subarray(place.start, place.end))).toBe(anchor.exact);
  return [before.length, place.moved];
}

describe('the place of a quotation', () => {
  const anchor = anchored('资金不够用');

  it('is where it was coded', () => {
    expect(placed(anchor, TEXT)).toEqual([TEXT.indexOf('资金不够用'), 0]);
  });

  it('moves with the text', () => {
    expect(placed(anchor, `记录于五月。\n${TEXT}`)).toEqual([TEXT.indexOf('资金不够用') + 7, 7]);
    expect(placed(anchor, TEXT.slice(4))).toEqual([TEXT.indexOf('资金不够用') - 4, -4]);
  });

  it('stays when its context is corrected on one side, or is sure where the words stand once', () => {
    expect(placed(anchor, TEXT.replace('拖欠', '欠着'))).toEqual([TEXT.indexOf('资金不够用'), 0]);
    expect(placed(anchor, TEXT.replace('怎么样', '如何').replace('半年', '一年'))).toBeNull();
    expect(placed(anchor, TEXT.replace('怎么样', '够不够').replace('半年', '一年'))).toEqual([
      TEXT.indexOf('资金不够用'),
      0,
    ]);
  });

  it('moves with one side of its context, where the words stand once', () => {
    expect(placed(anchor, TEXT.replace('怎么样', '如何'))).toEqual([TEXT.indexOf('资金不够用') - 1, -1]);
    expect(placed(anchor, `${TEXT}梁生：资金不够用。`.replace('怎么样', '如何'))).toBeNull();
  });

  it('is none where the words are gone, or were changed', () => {
    expect(placed(anchor, TEXT.replace('不够用', '不太够'))).toBeNull();
    expect(placed(anchor, '')).toBeNull();
    expect(placed({ ...anchor, start: 900, end: 905 }, TEXT.replace('资金不够用', ''))).toBeNull();
  });

  it('is none of several that are alike', () => {
    expect(placed(anchor, `记录。\n${TEXT}${TEXT}`)).toBeNull();
    expect(
      placed(anchored('街道', '甲：街道帮过我们。\n'), '乙：好。\n甲：街道帮过我们。\n甲：街道帮过我们。\n'),
    ).toBeNull();
  });

  it('needs no context: stored without any, the words must stand where they stood, or once', () => {
    const bare = { start: 2, end: 4, exact: '信任', prefix: '', suffix: '', digest: 'd' };
    expect(placed(bare, '我们信任他，信任')).toEqual([2, 0]);
    expect(placed(bare, '我信任他们')).toEqual([1, -1]);
    expect(placed(bare, '我信任他，信任')).toBeNull();
  });

  it('takes no edge of the text for context that was stored', () => {
    const first = anchored('好', '好。我们再说。');
    expect(placed(first, '好吧。好。他们再说。')).toBeNull();
  });
});

describe('many quotations', () => {
  it('are found in time that grows with the text, not with text times quotations', () => {
    const line = (i: number): string => `梁生：第${i}次说的资金，政府拖欠了${i}年，大家都知道的。\n`;
    const lines = Array.from({ length: 6000 }, (_, i) => line(i));
    const text = lines.join('');
    const bytes = encode(text);
    const index = codePointIndex(bytes);
    let at = 0;
    const anchors = lines.map((one) => {
      const start = at + encode('梁生：').length;
      at += encode(one).length;
      return anchorOf({ start, end: at - 1 }, bytes, 'd', index);
    });
    const places = placeAnchors(anchors, encode(`题记。\n${text}`));
    expect(places.every((place) => place?.moved === 4)).toBe(true);
  });
});
