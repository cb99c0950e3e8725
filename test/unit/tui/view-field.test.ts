import { describe, expect, it } from '@jest/globals';
import type { Line } from '../../../src/tui/view/frame.js';
import { fieldLine, writtenLines, type Typed } from '../../../src/tui/view/field.js';
import { piece } from '../../../src/tui/view/line.js';

const PROMPT = [piece('> ')];

/** Lines as text, what is inverse between brackets. */
function drawn({ lines }: Typed): string[] {
  const show = (line: Line): string => line.map(({ text, look }) => (look.inverse ? `[${text}]` : text)).join('');
  return lines.map(show);
}

const lineWith = (text: string, at: number, columns: number): Typed => fieldLine(PROMPT, { text, at }, columns);

describe('a field of one line', () => {
  it('shows the cursor behind the text, or on the grapheme that it stands before', () => {
    expect(drawn(lineWith('trust', 5, 20))).toEqual(['> trust[ ]']);
    expect(drawn(lineWith('trust', 1, 20))).toEqual(['> t[r]ust']);
    expect(drawn(lineWith('a👩‍💻b', 1, 20))).toEqual(['> a[👩💻]b']);
  });

  it('scrolls sideways so far that the cursor shows', () => {
    const typed = lineWith('0123456789', 10, 8);
    expect(drawn(typed)).toEqual(['> 6789[ ]']);
    expect(typed.caret).toEqual({ row: 0, column: 6 });
    expect(drawn(lineWith('政府購買服務', 6, 9))).toEqual(['> 服務[ ]']);
    expect(drawn(lineWith('0123456789', 0, 8))).toEqual(['> [0]1234']);
  });
});

describe('a text of several lines', () => {
  const linesWith = (text: string, at: number, columns: number, rows: number): Typed =>
    writtenLines({ text, at }, columns, rows);

  it('is wrapped, with the cursor where it stands', () => {
    expect(drawn(linesWith('The grant comes late', 20, 11, 4))).toEqual(['The grant', 'comes late[ ]']);
    expect(drawn(linesWith('The grant comes late', 4, 11, 4))).toEqual(['The [g]rant ', 'comes late']);
  });

  it('keeps its own lines, an empty last one too', () => {
    expect(drawn(linesWith('one\n\ntwo\n', 9, 20, 6))).toEqual(['one', '', 'two', '[ ]']);
    expect(drawn(linesWith('one\n\ntwo', 4, 20, 6))).toEqual(['one', '[ ]', 'two']);
    expect(drawn(linesWith('one\ntwo', 3, 20, 6))).toEqual(['one[ ]', 'two']);
    expect(drawn(linesWith('', 0, 20, 6))).toEqual(['[ ]']);
  });

  it('shows the rows around the cursor', () => {
    const text = 'a\nb\nc\nd\ne';
    expect(drawn(linesWith(text, 9, 20, 2))).toEqual(['d', 'e[ ]']);
    expect(drawn(linesWith(text, 0, 20, 2))).toEqual(['[a]', 'b']);
  });

  it('tells where the cursor is on the screen', () => {
    expect(linesWith('資金 late', 3, 20, 6).caret).toEqual({ row: 0, column: 5 });
    expect(linesWith('one\ntwo', 7, 20, 6).caret).toEqual({ row: 1, column: 3 });
  });
});
