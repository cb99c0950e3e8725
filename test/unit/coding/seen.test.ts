import { describe, expect, it } from '@jest/globals';
import { anchoringOf } from '../../../src/coding/anchoring.js';
import type { SeenEvent } from '../../../src/coding/event.js';
import { lookedFor, progressOf } from '../../../src/coding/looked-for.js';
import { fingerprintOf, placeSeen } from '../../../src/coding/seen.js';
import { digestOf } from '../../../src/text/digest.js';
import { codePointIndex } from '../../../src/text/offset.js';
import { parseTranscript } from '../../../src/text/parse.js';
import type { Transcript, UnitKind } from '../../../src/text/transcript.js';
import { units } from '../../../src/text/unit.js';
import { decode, encode } from '../../../src/text/utf8.js';

const read = (text: string): Transcript => parseTranscript('a.txt', encode(text), { file: 'a.txt' }).value!;

/** Events for units of a kind, by position, as whoever reads the transcript now would store them. */
function seenIn(transcript: Transcript, kind: UnitKind, which: readonly number[], codebook = 'now'): SeenEvent[] {
  const digest = digestOf(transcript.text);
  const index = codePointIndex(transcript.text);
  const all = units(transcript, kind);
  return which.map((i) => {
    const unit = all[i]!;
    const [start, end] = [index.toCodePoints(unit.start), index.toCodePoints(unit.end)];
    const text = fingerprintOf(transcript.text, unit);
    return {
      event: 'seen',
      id: `s${i}`,
      at: '2026-01-01T00:00:00Z',
      unit: { kind, start, end, digest, text },
      codebook,
    };
  });
}

const placed = (seen: readonly SeenEvent[], transcript: Transcript): string[] =>
  placeSeen(seen, transcript, anchoringOf(transcript.text)).map(({ event, span }) => {
    const before = decode(transcript.text, 0, span.start).split('\n').length;
    return `${event.id} ${before} ${decode(transcript.text, span.start, span.end)}`;
  });

const FIRST = read('问：资金呢？\n答：嗯。\n问：还有呢？\n答：嗯。\n问：信任呢？\n答：说不上。\n');

describe('units that were seen', () => {
  const turns = seenIn(FIRST, 'turn', [0, 1, 3, 5]);

  it('stand where they stood in the text that they were seen in', () => {
    expect(placed(turns, FIRST)).toEqual(['s0 1 资金呢？', 's1 2 嗯。', 's3 4 嗯。', 's5 6 说不上。']);
  });

  it('are found by their text in a corrected one: as many of those that are alike as were seen; what changed is unseen', () => {
    const corrected = read(
      '问：你好。\n答：嗯。\n问：资金呢？\n答：嗯。\n问：还有呢？\n答：嗯。\n问：信任呢？\n答：说不清。\n',
    );
    expect(placed(turns, corrected)).toEqual(['s1 2 嗯。', 's0 3 资金呢？', 's3 4 嗯。']);
  });

  it('are not found elsewhere without their text', () => {
    const bare = turns.map((event) => {
      const { text: _, ...unit } = event.unit;
      return { ...event, unit };
    });
    expect(placed(bare, FIRST)).toHaveLength(4);
    expect(placed(bare, read(`问：你好。\n${decode(FIRST.text)}`))).toEqual([]);
  });

  it('count once for each place, however often they were marked', () => {
    const again = [...turns, { ...turns[1]!, id: 's9' }];
    const corrected = read(`问：你好。\n${decode(FIRST.text)}`);
    expect(placed(again, corrected).filter((line) => line.endsWith('嗯。'))).toEqual([
      's1 3 嗯。',
      's9 3 嗯。',
      's3 5 嗯。',
    ]);
  });
});

describe('how far a coder has come', () => {
  const progress = (seen: readonly SeenEvent[]) => progressOf(placeSeen(seen, FIRST, anchoringOf(FIRST.text)), FIRST);

  it('is counted in the kind of unit that was marked most often', () => {
    expect(progress(seenIn(FIRST, 'turn', [0, 1, 3]))).toEqual({ kind: 'turn', seen: 3, units: 6 });
    expect(progress([...seenIn(FIRST, 'sentence', [0, 1]), ...seenIn(FIRST, 'turn', [5])])).toEqual({
      kind: 'sentence',
      seen: 3,
      units: 6,
    });
    expect(progress(seenIn(FIRST, 'source', [0]))).toEqual({ kind: 'source', seen: 1, units: 1 });
  });
});

describe('a turn that was seen', () => {
  it('sentence by sentence counts as one that was marked as a whole', () => {
    const text = read('问：资金呢？还有呢？\n答：嗯。没有了。\n');
    const progress = (sentences: readonly number[]) => {
      const seen = [...seenIn(text, 'turn', [0, 0, 0, 0, 0]), ...seenIn(text, 'sentence', sentences)];
      return progressOf(placeSeen(seen, text, anchoringOf(text.text)), text);
    };
    expect(progress([2])).toEqual({ kind: 'turn', seen: 1, units: 2 });
    expect(progress([2, 3])).toEqual({ kind: 'turn', seen: 2, units: 2 });
  });
});

describe('what a coder looked for', () => {
  const codebook = {
    codes: [
      { id: 'money', was: [] },
      { id: 'trust', was: ['faith'] },
      { id: 'new', was: [] },
    ],
  } as unknown as Parameters<typeof lookedFor>[1];
  const snapshots = new Map([
    ['first', new Set(['money'])],
    ['second', new Set(['money', 'faith'])],
  ]);
  const looked = (seen: readonly SeenEvent[]): string[] | null => {
    const at = placeSeen(seen, FIRST, anchoringOf(FIRST.text));
    const found = lookedFor(at, codebook, snapshots);
    return found && [...found].sort();
  };

  it('is what there was when a unit was seen, under the ids that codes had then', () => {
    expect(looked(seenIn(FIRST, 'turn', [0], 'first'))).toEqual(['money']);
    const later = seenIn(FIRST, 'turn', [1], 'second');
    expect(looked([...seenIn(FIRST, 'turn', [0], 'first'), ...later])).toEqual(['money', 'trust']);
  });

  it('is everything where nobody kept what there was', () => {
    expect(looked(seenIn(FIRST, 'turn', [0], 'unknown'))).toBeNull();
  });
});
