import type { Span } from '../../core/span.js';
import type { OpenSource } from '../model/state.js';
import { breakKind, LETTER, mayBreak } from './breaking.js';
import { eachGrapheme } from './grapheme.js';
import { wrap, type Row } from './wrap.js';

/*
 * A line of a transcript may be a million words long. It is wrapped in chunks of a few thousand bytes, each of which
 * begins on a row of its own, so that the rows around any byte are found without reading the line up to it.
 */

/** Bytes of a chunk: some 1,300 English words. A line up to this length is never cut. */
const CHUNK = 8192;
/** How far back from the end of a chunk a good place to cut is looked for. */
const SEARCHED = 512;

/** The last place at or before byte `at` where a row may end; else between graphemes, else between characters. */
function cutNear(text: Uint8Array, at: number): number {
  let end = at;
  while ((text[end]! & 0xc0) === 0x80) end--;
  let start = end - SEARCHED;
  while ((text[start]! & 0xc0) === 0x80) start--;
  let good = -1;
  let bound = -1;
  let before = LETTER;
  let first = true;
  eachGrapheme(text, start, Math.min(text.length, end + SEARCHED), (byte, _next, codePoint) => {
    if (byte > end) return;
    const kind = breakKind(codePoint);
    // What looks like a grapheme at the window's edge may be the end of one.
    if (!first && mayBreak(before, kind)) good = byte;
    if (!first) bound = byte;
    first = false;
    before = kind;
  });
  if (good >= 0) return good;
  return bound >= 0 ? bound : end;
}

/** The line that holds a byte, its line feed included. A byte past the end counts as the last. */
function lineSpan({ lines, transcript: { text } }: OpenSource, byte: number): Span {
  const line = lines.lineOf(Math.max(0, Math.min(byte, text.length - 1)));
  return { start: lines.startOf(line), end: lines.startOf(line + 1) };
}

/** The chunk that holds a byte: a line, or a part of a long one. */
function chunkAt(open: OpenSource, byte: number): Span {
  const { text } = open.transcript;
  const line = lineSpan(open, byte);
  if (line.end - line.start <= CHUNK + SEARCHED) return line;
  const boundOf = (index: number): number => {
    if (index <= 0) return line.start;
    const at = line.start + index * CHUNK;
    return at + SEARCHED >= line.end ? line.end : cutNear(text, at);
  };
  const wanted = Math.min(byte, line.end - 1);
  let index = Math.floor((wanted - line.start) / CHUNK);
  while (index > 0 && boundOf(index) > wanted) index--;
  if (boundOf(index + 1) <= wanted) index++;
  return { start: boundOf(index), end: boundOf(index + 1) };
}

/** Rows of chunks already wrapped, of one text and width at a time. */
interface Wrapped {
  columns: number;
  readonly rows: Map<number, readonly Row[]>;
}

const wrapped = new WeakMap<Uint8Array, Wrapped>();
const MOST_CHUNKS = 512;

/** The rows of the chunk that holds a byte. What was wrapped last is remembered. */
export function rowsAround(open: OpenSource, byte: number, columns: number): readonly Row[] {
  const { text } = open.transcript;
  const chunk = chunkAt(open, byte);
  let known = wrapped.get(text);
  if (known === undefined) wrapped.set(text, (known = { columns, rows: new Map() }));
  if (known.columns !== columns || known.rows.size >= MOST_CHUNKS) {
    known.rows.clear();
    known.columns = columns;
  }
  let rows = known.rows.get(chunk.start);
  if (rows === undefined) known.rows.set(chunk.start, (rows = wrap(text, chunk.start, chunk.end, columns)));
  return rows;
}
