import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseTranscript } from '../../src/text/parse.js';
import type { Transcript } from '../../src/text/transcript.js';
import { encode } from '../../src/text/utf8.js';

/** Lines of every convention, and of none. */
const line = fc.constantFrom(
  'Interviewer: And then?',
  'interviewer2 2: So',
  'Dan:',
  '\tindented',
  'A：好',
  '问：如何？',
  '### 唐鳳：',
  '### 會議',
  '# Title',
  '**Tim:** \\[01:46\\] x',
  '**Tim:**',
  '**bold**',
  'Sidney  55:21',
  'Lenny (00:20:12):',
  '说话人1 00:00',
  '[00:01:23] Therapist: y',
  '00:00:04 Hey',
  '[ID:1] 28岁，男',
  '<קובי:>',
  '---',
  'case: A1',
  '采访时间：2020/11/27',
  '1',
  '00:00:01,000 --> 00:00:02,000',
  '00:05.000 --> 00:07.000 align:start',
  '<v Ann>Hello <i>you</i></v>',
  'WEBVTT',
  'NOTE x',
  '（笑）so（點頭）',
  '[laughs] [00:01] (pause',
  '((laughs))',
  '1/5',
  'Transcribed by https://otter.ai',
  '注：略',
  'e\u0301\u00a0\u3000',
  '𠮷野家：',
  '',
  '',
  ' ',
  '：',
  ':',
  '**',
  '[',
  '\\[',
  '<v ',
  '###  ',
  '-->',
);
const ending = fc.constantFrom('\n', '\n', '\r\n', '\r', '\n\n');
const structured = fc
  .array(
    fc.tuple(
      line,
      fc.oneof(
        fc.constant(''),
        fc.string({ unit: 'binary', maxLength: 6 }).map((words) => words.replaceAll('\0', '')),
      ),
      ending,
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.map((part) => part.join('')).join(''));
const name = fc.constantFrom('a.txt', 'a.md', 'a.srt', 'a.vtt');

const isBoundary = (text: Uint8Array, i: number): boolean => i === text.length || (text[i]! & 0xc0) !== 0x80;

function expectSound({ text, turns, furniture }: Transcript): void {
  let end = 0;
  for (const piece of furniture) {
    expect(piece.start).toBeGreaterThanOrEqual(end);
    expect(piece.end).toBeGreaterThan(piece.start);
    expect(isBoundary(text, piece.start) && isBoundary(text, piece.end)).toBe(true);
    end = piece.end;
  }
  expect(end).toBeLessThanOrEqual(text.length);
  end = 0;
  turns.forEach((turn, index) => {
    expect(turn.index).toBe(index);
    expect(turn.start).toBeGreaterThanOrEqual(end);
    expect(turn.speech).toBeGreaterThanOrEqual(turn.start);
    expect(turn.end).toBeGreaterThanOrEqual(turn.speech);
    expect(isBoundary(text, turn.start) && isBoundary(text, turn.speech) && isBoundary(text, turn.end)).toBe(true);
    end = turn.end;
  });
  expect(end).toBeLessThanOrEqual(text.length);
}

describe('turns and furniture', () => {
  it('are sorted, disjoint, within the text and at characters’ boundaries, whatever the lines', () => {
    fc.assert(
      fc.property(name, structured, (source, words) => {
        expectSound(parseTranscript(source, encode(words), { file: source }).value!);
      }),
      { seed: 7, numRuns: 3_000 },
    );
  });

  it('cover all that is no white space, header or cue line', () => {
    fc.assert(
      fc.property(name, structured, (source, words) => {
        const { text, turns, furniture } = parseTranscript(source, encode(words), { file: source }).value!;
        const covered = new Uint8Array(text.length);
        for (const { start, end } of [...turns, ...furniture]) covered.fill(1, start, end);
        const left = new TextDecoder().decode(text.map((byte, i) => (covered[i] === 1 ? 0x20 : byte)));
        expect(left.replace(/[\s\u0085\u200b\ufeff]/g, '')).toBe('');
      }),
      { seed: 8, numRuns: 2_000 },
    );
  });

  it('or the bytes are refused with an error', () => {
    fc.assert(
      fc.property(name, fc.uint8Array({ maxLength: 80 }), (source, bytes) => {
        const big5 = (part: Uint8Array): string => new TextDecoder('big5').decode(part);
        const { value, diagnostics } = parseTranscript(source, bytes, { file: source, big5 });
        if (value === undefined) expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
        else expectSound(value);
      }),
      { seed: 9, numRuns: 3_000 },
    );
  });

  it('do not depend on how lines end', () => {
    fc.assert(
      fc.property(name, structured, (source, words) => {
        const lines = words.replace(/\r\n?/g, '\n');
        const [feeds, both] = [lines, lines.replace(/\n/g, '\r\n')].map(
          (text) => parseTranscript(source, encode(text), { file: source }).value!,
        );
        expect(both).toEqual(feeds);
      }),
      { seed: 10, numRuns: 500 },
    );
  });
});
