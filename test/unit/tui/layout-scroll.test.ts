import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { graphemeBounds } from '../../../src/tui/layout/grapheme.js';
import { pageFrom, rowsBefore, rowsFrom, topFor } from '../../../src/tui/layout/scroll.js';
import type { Row } from '../../../src/tui/layout/wrap.js';
import type { OpenSource } from '../../../src/tui/model/state.js';
import { openSourceOf } from './open-source.js';
import { hardText } from './random-states.js';

const SEED = { seed: 5, numRuns: 200 };

const lines = (count: number): OpenSource =>
  openSourceOf(Array.from({ length: count }, (_, i) => `A: line ${i + 1}`).join('\n'));

const lineAt = (open: OpenSource, byte: number): number => open.lines.lineOf(byte);
const span = (open: OpenSource, line: number, last = line) => ({
  start: open.lines.startOf(line),
  end: open.lines.startOf(last + 1) - 1,
});

/** A text of one line, which is long enough to be wrapped in several chunks. */
const oneLine = openSourceOf(`A: ${'the money comes late, 資金不夠，政府拖欠資金。 '.repeat(900)}`);

function allRows(open: OpenSource, columns: number): Row[] {
  return rowsFrom(open, 0, columns, Infinity);
}

describe('rows', () => {
  it('follow one another without a gap, from the first byte to the last', () => {
    fc.assert(
      fc.property(hardText(150), fc.integer({ min: 8, max: 100 }), (words, columns) => {
        const open = openSourceOf(words);
        const rows = allRows(open, columns);
        expect(rows[0]!.start).toBe(0);
        expect(rows.at(-1)!.end).toBe(open.transcript.text.length);
        expect(rows.slice(1).every(({ start }, i) => start === rows[i]!.end)).toBe(true);
      }),
      SEED,
    );
  });

  it('are the same from wherever one begins, also within a line of many chunks', () => {
    const rows = allRows(oneLine, 60);
    const size = oneLine.transcript.text.length;
    expect(rows.length).toBeGreaterThan(700);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: size - 1 }), fc.integer({ min: 0, max: 300 }), (byte, count) => {
        const index = rows.findIndex(({ end }) => end > byte);
        expect(rowsFrom(oneLine, byte, 60, 20)).toEqual(rows.slice(index, index + 20));
        expect(rowsBefore(oneLine, byte, 60, count)).toBe(rows[Math.max(0, index - count)]!.start);
      }),
      SEED,
    );
  });

  it('begin at bounds of graphemes, also where a line is cut into chunks', () => {
    const { text } = oneLine.transcript;
    const bounds = new Set(graphemeBounds(text, 0, text.length));
    expect(allRows(oneLine, 60).filter(({ start }) => !bounds.has(start))).toEqual([]);
  });

  it('of a line without any place to break are cut all the same', () => {
    const open = openSourceOf('x'.repeat(100_000));
    expect(allRows(open, 50).every(({ start, end }) => end > start && end - start <= 50)).toBe(true);
  });

  it('of an empty text are one', () => {
    expect(rowsFrom(openSourceOf(''), 0, 40, 10)).toEqual([{ start: 0, end: 0 }]);
  });
});

describe('scrolling to a place', () => {
  const open = lines(100);

  it('moves nothing where the place is on the screen', () => {
    const top = open.lines.startOf(20);
    expect(topFor(open, top, span(open, 20), 40, 10)).toBe(top);
    expect(topFor(open, top, span(open, 29), 40, 10)).toBe(top);
  });

  it('sets the place below the upper quarter, whichever way it comes', () => {
    expect(lineAt(open, topFor(open, 0, span(open, 50), 40, 20))).toBe(45);
    expect(lineAt(open, topFor(open, open.lines.startOf(80), span(open, 50), 40, 20))).toBe(45);
  });

  it('sets it higher where its end would not be seen, and at the top where it is longer than the screen', () => {
    expect(lineAt(open, topFor(open, 0, span(open, 50, 67), 40, 20))).toBe(48);
    expect(lineAt(open, topFor(open, 0, span(open, 50, 90), 40, 20))).toBe(50);
  });

  it('leaves no row empty below the last of the text', () => {
    expect(lineAt(open, topFor(open, 0, span(open, 100), 40, 20))).toBe(81);
    expect(lineAt(open, topFor(open, open.lines.startOf(99), span(open, 100), 40, 20))).toBe(81);
  });

  it('shows the beginning of the place, and its end where that fits, whatever the text', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(hardText(150), share, share, share, fc.integer({ min: 1, max: 30 }), (words, a, b, c, rows) => {
        const source = openSourceOf(words);
        const { text } = source.transcript;
        const bounds = graphemeBounds(text, 0, text.length);
        const at = (part: number): number => bounds[Math.min(bounds.length - 1, Math.floor(part * bounds.length))]!;
        const target = { start: Math.min(at(a), at(b)), end: Math.max(at(a), at(b)) };
        const shown = rowsFrom(source, topFor(source, at(c), target, 40, rows), 40, rows);
        const last = shown.at(-1)!;
        expect(shown[0]!.start).toBeLessThanOrEqual(target.start);
        expect(last.end).toBeGreaterThanOrEqual(Math.min(target.start + 1, text.length));
        const needed = rowsFrom(source, target.start, 40, rows).at(-1)!.end >= target.end;
        if (needed) expect(last.end).toBeGreaterThanOrEqual(target.end);
      }),
      SEED,
    );
  });
});

describe('turning pages', () => {
  const open = lines(100);

  it('keeps two rows in sight', () => {
    const top = open.lines.startOf(30);
    expect(lineAt(open, pageFrom(open, top, 40, 20, 1))).toBe(48);
    expect(lineAt(open, pageFrom(open, top, 40, 20, -1))).toBe(12);
  });

  it('ends where the first and the last row of the text do', () => {
    expect(pageFrom(open, open.lines.startOf(5), 40, 20, -1)).toBe(0);
    expect(lineAt(open, pageFrom(open, open.lines.startOf(75), 40, 20, 1))).toBe(81);
    expect(lineAt(open, pageFrom(open, open.lines.startOf(81), 40, 20, 1))).toBe(81);
  });
});
