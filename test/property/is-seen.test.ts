import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isSeen, seenTest } from '../../src/coding/is-seen.js';
import { type Span, overlaps } from '../../src/core/span.js';
import { hasWord } from '../../src/text/furniture.js';
import { parseTranscript } from '../../src/text/parse.js';
import { units } from '../../src/text/unit.js';
import { encode, sizeOf } from '../../src/text/utf8.js';

const TEXT = encode(
  '问：资金呢？ 还有呢？\n答：嗯。 [笑] 没有了……\nInterviewer: Well, so.  And then?\nRespondent: … (pause)\n\nRespondent: Yes. No [laughs]. Perhaps?\n',
);
const transcript = parseTranscript('a.txt', TEXT, { file: 'a.txt', speakers: { 问: {}, 答: {} } }).value!;

/** Where characters begin, and the end. */
const bounds = [...TEXT.keys()].filter((at) => at === 0 || (TEXT[at]! & 0xc0) !== 0x80).concat(TEXT.length);
const kinds = ['sentence', 'turn', 'paragraph', 'line'] as const;
const ofUnits = kinds.flatMap((kind) => units(transcript, kind)).map(({ start, end }) => ({ start, end }));
const bound = fc.constantFrom(...bounds);
const anySpan = fc
  .tuple(bound, bound)
  .filter(([a, b]) => a !== b)
  .map(([a, b]): Span => ({ start: Math.min(a, b), end: Math.max(a, b) }));
const span = fc.oneof(fc.constantFrom(...ofUnits), anySpan);

/** Character by character: something of the unit was marked, and each of its words' characters was. */
function slowly(marks: readonly Span[], unit: Span): boolean {
  if (!marks.some((mark) => overlaps(mark, unit))) return false;
  for (let at = unit.start; at < unit.end; at += sizeOf(TEXT[at]!)) {
    const isMarked = marks.some(({ start, end }) => start <= at && at < end);
    if (!isMarked && hasWord(transcript, { start: at, end: at + sizeOf(TEXT[at]!) })) return false;
  }
  return true;
}

describe('a unit is seen', () => {
  it('where each character of its words was marked, whatever was marked in whatever order', () => {
    const found = new Set<boolean>();
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), span, (marks, unit) => {
        const wanted = slowly(marks, unit);
        found.add(wanted);
        expect(seenTest(marks, transcript)(unit)).toBe(wanted);
        const touching = marks.filter((mark) => overlaps(mark, unit)).sort((a, b) => a.start - b.start);
        expect(isSeen(touching, unit, transcript)).toBe(wanted);
      }),
      { seed: 2026, numRuns: 2000 },
    );
    expect(found.size).toBe(2);
  });

  it('piece by piece: a turn once all its sentences are, though white space and markers are left between them', () => {
    const sentences = units(transcript, 'sentence');
    const test = seenTest(sentences, transcript);
    const turns = units(transcript, 'turn').filter((turn) => hasWord(transcript, turn));
    expect(turns.map(test)).toEqual(turns.map(() => true));
    const less = seenTest(sentences.slice(1), transcript);
    expect(turns.map(less)).toEqual(turns.map((_, i) => i > 0));
  });
});
