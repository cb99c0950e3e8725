import { firstWhere } from '../../core/bisection.js';
import type { Span } from '../../core/span.js';
import { firstEndingAfter } from '../../text/furniture.js';
import type { Furniture, Transcript } from '../../text/transcript.js';
import { previous, sizeOf } from '../../text/utf8.js';
import { tokens } from '../../text/word.js';
import { graphemeBounds } from '../layout/grapheme.js';
import { walkOf } from './walk.js';

/*
 * The steps of a selection: the words of a script with spaces, the characters of one without. Labels, times and cue
 * lines are stepped over. A step looks at a few hundred bytes, however long the unit is.
 */

/** Bytes that are looked at first; as many again, and again, where a word is longer. */
const WINDOW = 256;

function isSpoken({ kind }: Furniture): boolean {
  return kind === 'marker';
}

/** The words of a stretch that are spoken, none of them ending inside a character as readers see it. */
function wordsIn({ text, furniture }: Transcript, stretch: Span): Span[] {
  const bounds = graphemeBounds(text, stretch.start, stretch.end);
  const found: Span[] = [];
  for (const token of tokens(text, stretch)) {
    const piece = furniture[firstEndingAfter(furniture, token.start)];
    if (piece !== undefined && piece.start < token.end && !isSpoken(piece)) continue;
    const start = bounds[firstWhere(bounds.length, (i) => bounds[i]! > token.start) - 1]!;
    const end = bounds[firstWhere(bounds.length, (i) => bounds[i]! >= token.end)]!;
    const last = found[found.length - 1];
    if (last !== undefined && start < last.end) found[found.length - 1] = { start: last.start, end };
    else found.push({ start, end });
  }
  return found;
}

/** A character's first byte at or before a byte. */
function boundary(text: Uint8Array, byte: number): number {
  return byte > 0 && byte < text.length ? previous(text, byte + 1) : byte;
}

/** The first word of a unit from a byte on that holds or follows it, or null. */
function firstFrom(transcript: Transcript, unit: Span, byte: number): Span | null {
  const { text } = transcript;
  const from = Math.max(unit.start, byte);
  for (let start = from; start < unit.end;) {
    let size = WINDOW;
    for (;;) {
      const end = boundary(text, Math.min(unit.end, start + size));
      const first = wordsIn(transcript, { start, end })[0];
      if (first !== undefined && (first.end < end || end === unit.end)) return first;
      if (end === unit.end) return null;
      if (first === undefined) {
        start = end;
        break;
      }
      size *= 2;
    }
  }
  return null;
}

/** The last word of a unit that ends at or before a byte, or null. */
function lastUpTo(transcript: Transcript, unit: Span, byte: number): Span | null {
  const { text } = transcript;
  for (let end = Math.min(unit.end, byte); end > unit.start;) {
    let size = WINDOW;
    for (;;) {
      const start = boundary(text, Math.max(unit.start, end - size));
      const words = wordsIn(transcript, { start, end });
      const last = words[words.length - 1];
      if (last !== undefined && (last.start > start || start === unit.start)) return last;
      if (start === unit.start) return null;
      if (last === undefined) {
        // A word that the window cuts must not be lost between two windows.
        end = start + sizeOf(text[start]!);
        break;
      }
      size *= 2;
    }
  }
  return null;
}

/** The first word of a unit; the unit itself where it has none, such as one of emoji. */
export function firstWord(transcript: Transcript, unit: Span): Span {
  return firstFrom(transcript, unit, unit.start) ?? unit;
}

/** The last word of a unit; the unit itself where it has none. */
export function lastWord(transcript: Transcript, unit: Span): Span {
  return lastUpTo(transcript, unit, unit.end) ?? unit;
}

/** The word after a byte, across units; null at the end of the text. */
export function wordAfter(transcript: Transcript, byte: number): Span | null {
  const paragraphs = walkOf(transcript, 'paragraph');
  let unit = paragraphs.from(byte);
  if (unit !== null && unit.start < byte) {
    const word = firstFrom(transcript, unit, byte);
    if (word !== null) return word;
    unit = paragraphs.from(unit.end);
  }
  return unit === null ? null : firstWord(transcript, unit);
}

/** The word before a byte, across units; null at the beginning of the text. */
export function wordBefore(transcript: Transcript, byte: number): Span | null {
  const paragraphs = walkOf(transcript, 'paragraph');
  let unit = paragraphs.before(byte);
  if (unit !== null && unit.end > byte) {
    const word = lastUpTo(transcript, unit, byte);
    if (word !== null) return word;
    unit = paragraphs.before(unit.start);
  }
  return unit === null ? null : lastWord(transcript, unit);
}
