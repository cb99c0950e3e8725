import { describe, expect, it } from '@jest/globals';
import { anchorOf } from '../../../src/coding/anchor.js';
import { anchoringOf } from '../../../src/coding/anchoring.js';
import type { Anchor } from '../../../src/coding/coding.js';
import { placeAnchors } from '../../../src/coding/place.js';
import type { Span } from '../../../src/core/span.js';
import { digestOf } from '../../../src/text/digest.js';
import { codePointIndex } from '../../../src/text/offset.js';
import { decode, encode } from '../../../src/text/utf8.js';

const TEXT = '访谈者：资金怎么样？\n梁生：资金不够用。政府拖欠了半年。\n访谈者：谁帮过你们？\n梁生：街道帮过我们。\n';

/** The anchor of the first occurrence of words in a text. */
function anchored(words: string, text = TEXT): Anchor {
  const start = encode(text.slice(0, text.indexOf(words))).length;
  return anchorOf({ start, end: start + encode(words).length }, encode(text), 'd');
}

/** What a placement says: its kind, the text there, and how far it moved. */
function placed(anchor: Anchor, text: string): string {
  const bytes = encode(text);
  const place = placeAnchors([anchor], anchoringOf(bytes))[0]!;
  const words = ({ start, end }: Span): string => decode(bytes, start, end);
  switch (place.kind) {
    case 'exact':
    case 'moved':
      return `${place.kind} ${place.moved}: ${words(place)}`;
    case 'fuzzy':
      return `fuzzy ${place.similarity.toFixed(2)}: ${words(place)}`;
    case 'ambiguous':
      return `ambiguous: ${place.candidates.map(({ start }) => codePointIndex(bytes).toCodePoints(start)).join()}`;
    case 'lost':
      return 'lost';
  }
}

describe('the place of a quotation', () => {
  const anchor = anchored('资金不够用');

  it('is where it was coded, in the text that it was coded in, however often its words stand there', () => {
    expect(placed(anchor, TEXT)).toBe('exact 0: 资金不够用');
    const laughs = '哈'.repeat(100);
    const digest = digestOf(encode(laughs));
    const middle = anchorOf({ start: 90, end: 93 }, encode(laughs), digest);
    expect(placed(middle, laughs)).toBe('exact 0: 哈');
    expect(placed(middle, `${laughs}嘿`)).toMatch(/^ambiguous/);
  });

  it('moves with the text', () => {
    expect(placed(anchor, `记录于五月。\n${TEXT}`)).toBe('moved 7: 资金不够用');
    expect(placed(anchor, TEXT.slice(4))).toBe('moved -4: 资金不够用');
  });

  it('is sure where its context was corrected a little, or on one side', () => {
    expect(placed(anchor, TEXT.replace('拖欠', '欠着'))).toBe('exact 0: 资金不够用');
    expect(placed(anchor, TEXT.replace('怎么样', '如何').replace('半年', '一年'))).toBe('moved -1: 资金不够用');
    expect(placed(anchor, `会议记录，与访谈无关。\n${TEXT.slice(TEXT.indexOf('资金不'))}`)).toMatch(/^moved/);
  });

  it('is sure for a long quotation that stands once, where something of its surroundings stands', () => {
    const long = anchored('政府拖欠了半年。\n访谈者：谁帮过你们？');
    expect(placed(long, '甲：政府拖欠了半年。\n访谈者：谁帮过你们？\n梁生：街道帮过我们。\n')).toMatch(/^moved -/);
    expect(placed(long, '甲：政府拖欠了半年。\n访谈者：谁帮过你们？\n乙：没有。\n')).toMatch(/^fuzzy 1.00: 政府/);
  });

  it('wants context for a short one: without any, its words must stand where they stood, and once', () => {
    const bare = { start: 2, end: 4, exact: '信任', prefix: '', suffix: '', digest: 'd' };
    expect(placed(bare, '我们信任他')).toBe('exact 0: 信任');
    expect(placed(bare, '我信任他们')).toBe('fuzzy 1.00: 信任');
    expect(placed(bare, '我们信任他，信任')).toBe('ambiguous: 2,6');
  });

  it('takes no edge of the text for context that was stored', () => {
    expect(placed(anchored('好', '好。我们再说。'), '好吧。好。他们再说。')).toMatch(/^ambiguous/);
  });
});

describe('the same words', () => {
  it('stand with other line breaks', () => {
    const anchor = anchored(
      'Money was short, and it came late',
      'Ann: Money was short, and it came late. Every year.\n',
    );
    const reflowed = 'Ann: Money was\nshort, and it\ncame late. Every year.\n';
    expect(placed(anchor, reflowed)).toBe('moved 0: Money was\nshort, and it\ncame late');
    const han = anchored('政府拖欠了半年', '梁生：资金不够用。政府拖欠了半年。\n');
    expect(placed(han, '梁生：资金不够用。政府拖\n欠了半年。\n')).toBe('moved 0: 政府拖\n欠了半年');
  });

  it('stand with letters composed otherwise, or with characters that do not show', () => {
    const anchor = anchored('después del café', 'Lo vimos después del café, en casa.');
    const apart = 'Sí. Lo vimos después del café, en casa.'.normalize('NFD');
    expect(placed(anchor, apart)).toBe(`moved 5: ${'después del café'.normalize('NFD')}`);
    expect(placed(anchor, 'Lo vimos des\u00adpués del ca\u200bfé, en casa.')).toMatch(/^moved 0/);
  });

  it('stand with other labels of speakers around them, or within them', () => {
    const renamed = TEXT.replaceAll('梁生：', '受访者：').replaceAll('访谈者：', '问：');
    expect(placed(anchored('资金不够用'), renamed)).toBe('moved -1: 资金不够用');
    const across = anchored('政府拖欠了半年。\n访谈者：谁帮过你们？');
    expect(placed(across, TEXT.replaceAll('访谈者：', '问：'))).toBe('moved -2: 政府拖欠了半年。\n问：谁帮过你们？');
    expect(placed(across, TEXT.replace('\n访谈者：谁', '\n他说：谁'))).toMatch(/^fuzzy/);
  });

  it('keep the white space that was coded with them', () => {
    const anchor = anchored('\n梁生：街道帮过我们。\n');
    expect(placed(anchor, `记录。\n${TEXT}`)).toBe('moved 4: \n梁生：街道帮过我们。\n');
  });
});

describe('several places', () => {
  const paragraph =
    '梁生：资金不够用，政府拖欠了半年，我们只好自己去借，借了又还，还了又借，年年如此，谁也没有办法。\n';
  const around = ['访谈者：那时候怎么样？\n', '访谈者：后来呢？\n梁生：后来街道帮过我们几次。\n'];

  it('leave none, where a paragraph was doubled', () => {
    const anchor = anchored('借了又还', around.join(paragraph));
    expect(placed(anchor, around.join(paragraph + paragraph))).toMatch(/^ambiguous: \d+,\d+$/);
    const long = paragraph.replace('\n', paragraph.slice(3));
    const inside = anchored('借了又还', around.join(long));
    expect(placed(inside, `${long}甲：好。\n${around.join(long)}`)).toMatch(/^ambiguous/);
  });

  it('leave none, even at the edge of the paragraph: which one is the copy cannot be known', () => {
    const first = anchored('资金不够用', around.join(paragraph));
    expect(placed(first, around.join(paragraph + paragraph))).toMatch(/^ambiguous/);
  });

  it('leave the one whose context stands, where the words stand elsewhere by themselves', () => {
    const anchor = anchored('资金不够用');
    expect(placed(anchor, `${TEXT}梁生：资金不够用。`.replace('怎么样', '如何'))).toBe('moved -1: 资金不够用');
  });

  it('are told apart near one another, as long as their surroundings stand', () => {
    const text = '梁生：资金不够，政府拖欠资金，我们靠街道，街道帮过我们，就是这样。\n';
    expect(placed(anchored('资金', text), `题记。\n${text}`)).toBe('moved 4: 资金');
    expect(placed(anchored('街道', text), `题记。\n${text}`)).toBe('moved 4: 街道');
  });

  it('are not taken for one another where one of them is gone', () => {
    const text = '梁生：嗯，嗯，对，就是这样，我们靠街道，街道帮过我们好几次了。\n';
    const second = { ...anchored('嗯', text), ...anchorOf({ start: 15, end: 18 }, encode(text), 'd') };
    expect(second.exact).toBe('嗯');
    expect(placed(second, `题记。\n${text.replace('嗯，嗯，', '嗯，')}`)).not.toMatch(/^(exact|moved)/);
  });
});

describe('a question that was asked twice', () => {
  const question = '访谈者：这些年来谁帮过你们，帮了些什么，你们觉得够不够？\n';
  const first = `梁生：资金一直不够，政府拖欠了好几年，我们只好去借。\n${question}梁生：街道帮过我们几次，后来换了人，就再也没有人来过，我们也不去问了。\n`;
  const second = `阿英：我是后来才来的，以前的事情我不大清楚，要问别人。\n${question}阿英：没有人，都靠自己，一年一年这么过来的。\n`;
  const both = encode(first + second);
  const codings = [first, first + second].map((text) => {
    const start = encode(text.slice(0, text.lastIndexOf(question))).length;
    return anchorOf({ start, end: start + encode(question).length }, both, 'd');
  });
  const kindsIn = (text: string): string[] => placeAnchors(codings, anchoringOf(encode(text))).map(({ kind }) => kind);

  it('is where it was asked, and nowhere else when that place has gone', () => {
    expect(kindsIn(`题记。\n${first}${second}`)).toEqual(['moved', 'moved']);
    expect(kindsIn(`题记。\n${second}`)).toEqual(['fuzzy', 'moved']);
    expect(kindsIn(`题记。\n${first}`)).toEqual(['moved', 'fuzzy']);
  });

  it('is one coding there, not two, where the surroundings of both were alike', () => {
    const alike = first + first;
    const anchors = [0, first.length].map((lead) => {
      const start = encode(alike.slice(0, alike.indexOf(question, lead))).length;
      return anchorOf({ start, end: start + encode(question).length }, encode(alike), 'd');
    });
    const now = `题记。\n${first}`;
    expect(placeAnchors(anchors, anchoringOf(encode(now))).map(({ kind }) => kind)).toEqual(['ambiguous', 'ambiguous']);
    // With other white space coded at its ends it is still one quotation, and may be coded twice.
    const [one] = anchors as [Anchor];
    const trimmed = { ...one, end: one.end - 1, exact: one.exact.trimEnd(), suffix: `\n${one.suffix}` };
    const joined = now.replace(question, question.trimEnd());
    expect(placeAnchors([one, trimmed], anchoringOf(encode(joined))).map(({ kind }) => kind)).toEqual([
      'moved',
      'moved',
    ]);
  });
});

describe('words that have changed', () => {
  const anchor = anchored('资金不够用。政府拖欠了半年');

  it('are offered where they are like those coded, and never taken', () => {
    expect(placed(anchor, TEXT.replace('不够用', '不太够用'))).toBe('fuzzy 0.92: 资金不太够用。政府拖欠了半年');
    expect(placed(anchor, TEXT.replace('拖欠', '欠'))).toBe('fuzzy 0.92: 资金不够用。政府欠了半年');
    const english = 'Ann: They never trusted us with the money, not for a single year.\nI: Why?\n';
    expect(placed(anchored('never trusted us with the money', english), english.replace('trusted', 'trust'))).toBe(
      'fuzzy 0.92: never trust us with the money',
    );
  });

  it('are ambiguous where two places are about as like', () => {
    const changed = TEXT.replace('拖欠', '欠');
    expect(placed(anchor, changed + changed)).toMatch(/^ambiguous: \d+,\d+$/);
  });

  it('are lost where nothing is like them', () => {
    expect(placed(anchor, TEXT.replace('资金不够用。政府拖欠了半年', '没有。'))).toBe('lost');
    expect(placed(anchor, '')).toBe('lost');
  });

  it('are found in a long quotation by its ends', () => {
    const sentence = (i: number): string => `第${i}年我们又向街道借了${i * 7}元，还是不够用。`;
    const text = Array.from({ length: 120 }, (_, i) => sentence(i)).join('');
    const long = anchored(text.slice(300, 2000), text);
    const changed = `题记。${text.replaceAll('还是不', '还')}`;
    expect(placed(long, changed)).toMatch(/^fuzzy 0\.[89]\d/);
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
    const places = placeAnchors(anchors, anchoringOf(encode(`题记。\n${text}`)));
    expect(places.every((place) => place.kind === 'moved' && place.moved === 4)).toBe(true);
  });

  it('are found as fast where their words stand a thousand times', () => {
    const questions = ['Was it paid on time?', 'Do you trust them?', 'Would you ask them again?', 'Is that enough?'];
    const once = new Map([
      [500, 'Who came to see you in spring?'],
      [501, 'How many neighbours did they bring along?'],
    ]);
    const question = (i: number): string => once.get(i) ?? questions[i % 4]!;
    const lines = Array.from({ length: 1000 }, (_, i) => `Interviewer: ${question(i)}\nMs Chan: Yes.\n`);
    const bytes = encode(lines.join(''));
    const index = codePointIndex(bytes);
    let at = 0;
    const anchors = lines.map((line) => {
      at += line.length;
      return anchorOf({ start: at - 5, end: at - 1 }, bytes, 'd', index);
    });
    const begun = performance.now();
    const places = placeAnchors(anchors, anchoringOf(encode(`Notes of the day.\n${lines.join('')}`)));
    // It took a minute when every pair was compared anew.
    expect(performance.now() - begun).toBeLessThan(5000);
    const kinds = places.map(({ kind }) => kind);
    expect(kinds[500]).toBe('moved');
    expect(kinds.filter((kind) => kind === 'moved')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'ambiguous')).toHaveLength(999);
  });
});
