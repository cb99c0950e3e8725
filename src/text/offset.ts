import { searchable } from './search.js';

/*
 * The only place that converts between bytes, which count inside, and code points and lines, which count outside.
 * Both indices are built as far as they are asked for.
 */

/** Bytes between two checkpoints. */
const STRIDE = 128;

/** Converts between bytes and code points of one canonical text. */
export interface CodePointIndex {
  /** How many code points stand before byte `byte`, a character's first byte or the text's length. */
  toCodePoints(byte: number): number;
  /** The byte where code point number `codePoints` begins; the text's length when it has no more. */
  toBytes(codePoints: number): number;
}

/** Code points that begin within bytes `start`…`end`. */
function countCodePoints(text: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let i = start; i < end; i++) if ((text[i]! & 0xc0) !== 0x80) count++;
  return count;
}

/** The index of `text`. A query costs at most 128 bytes of reading, besides the text up to it, which is read once. */
export function codePointIndex(text: Uint8Array): CodePointIndex {
  /** counts[k] = code points that begin before byte k · STRIDE. */
  const counts: number[] = [0];

  const extend = (): void => {
    const from = (counts.length - 1) * STRIDE;
    counts.push(counts[counts.length - 1]! + countCodePoints(text, from, Math.min(from + STRIDE, text.length)));
  };

  const toCodePoints = (byte: number): number => {
    const k = Math.trunc(byte / STRIDE);
    while (counts.length <= k) extend();
    return counts[k]! + countCodePoints(text, k * STRIDE, byte);
  };

  const toBytes = (codePoints: number): number => {
    while (counts[counts.length - 1]! <= codePoints && (counts.length - 1) * STRIDE < text.length) extend();
    const k = lastAtMost(counts, codePoints);
    let left = codePoints - counts[k]!;
    for (let i = k * STRIDE; i < text.length; i++) {
      if ((text[i]! & 0xc0) === 0x80) continue;
      if (left-- === 0) return i;
    }
    return text.length;
  };

  return { toCodePoints, toBytes };
}

/** The last position in an ascending list, whose first entry is at most `value`, of an entry at most `value`. */
function lastAtMost(list: readonly number[], value: number): number {
  let low = 0;
  let high = list.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (list[middle]! <= value) low = middle;
    else high = middle;
  }
  return low;
}

/** Converts between bytes and lines of one canonical text. */
export interface LineIndex {
  /** The 1-based line of byte `byte`; a line feed belongs to the line that it ends. */
  lineOf(byte: number): number;
  /** The byte where a 1-based line begins; the text's length when there is no such line. */
  startOf(line: number): number;
}

/** The index of the lines of `text`, which begin after each line feed. */
export function lineIndex(text: Uint8Array): LineIndex {
  const searched = searchable(text);
  const starts: number[] = [0];
  let complete = false;

  const extend = (): void => {
    const feed = searched.indexOf(0x0a, starts[starts.length - 1]!);
    if (feed < 0) complete = true;
    else starts.push(feed + 1);
  };

  return {
    lineOf(byte) {
      while (!complete && starts[starts.length - 1]! <= byte) extend();
      return lastAtMost(starts, byte) + 1;
    },
    startOf(line) {
      while (!complete && starts.length < line) extend();
      return starts[line - 1] ?? text.length;
    },
  };
}
