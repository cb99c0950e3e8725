import type { Buffer } from 'node:buffer';
import type { Span } from '../core/span.js';
import { isBlank, trimEnd, trimStart } from './blank.js';
import { classOf, HAN } from './character.js';
import { endKind, isCloser, NONE, SEMICOLON } from './punctuation.js';
import { searchable } from './search.js';
import type { Turn } from './transcript.js';
import { codePointAt, previous, sizeOf } from './utf8.js';

const LINE_FEED = 0x0a;

/** Where the line of byte `at` ends: at its line feed, or at `end`. */
function endOfLine(text: Buffer, at: number, end: number): number {
  const feed = text.indexOf(LINE_FEED, at);
  return feed < 0 || feed > end ? end : feed;
}

/** The lines of a stretch that hold more than white space, trimmed. */
export function lines(text: Uint8Array, stretch: Span): Span[] {
  const searched = searchable(text);
  const found: Span[] = [];
  for (let at = stretch.start; at < stretch.end;) {
    const feed = endOfLine(searched, at, stretch.end);
    const start = trimStart(text, at, feed);
    if (start < feed) found.push({ start, end: trimEnd(text, start, feed) });
    at = feed + 1;
  }
  return found;
}

/** The paragraphs of a stretch, parted by lines of nothing but white space, trimmed. */
export function paragraphs(text: Uint8Array, stretch: Span): Span[] {
  const searched = searchable(text);
  const found: Span[] = [];
  let start = -1;
  let end = -1;
  for (let at = stretch.start; at < stretch.end;) {
    const feed = endOfLine(searched, at, stretch.end);
    const first = trimStart(text, at, feed);
    if (first < feed) {
      if (start < 0) start = first;
      end = feed;
    } else if (start >= 0) {
      found.push({ start, end: trimEnd(text, start, end) });
      start = -1;
    }
    at = feed + 1;
  }
  if (start >= 0) found.push({ start, end: trimEnd(text, start, end) });
  return found;
}

/** Line breaks looked at before it is decided what they mean. */
const SAMPLE = 60;
/** Columns beyond which no line was broken by hand or by a program that breaks lines. */
const WIDEST = 120;
/** Columns of the narrowest margin at which lines are broken; shorter lines are short for another reason. */
const NARROWEST = 40;

/** Columns of a line, Han and full-width characters two, not counted beyond `WIDEST`. */
function columns(text: Uint8Array, start: number, end: number): number {
  let width = 0;
  for (let i = start; i < end && width <= WIDEST; i += sizeOf(text[i]!)) width += text[i]! >= 0xe3 ? 2 : 1;
  return width;
}

/** Columns that a line would have needed to hold the first word of the next as well: a Han character, or up to a space. */
function columnsWithNext(text: Uint8Array, line: Span, next: Span): number {
  const first = classOf(codePointAt(text, next.start));
  if (first === HAN) return columns(text, line.start, line.end) + 2;
  let end = next.start;
  while (end < next.end && end - next.start <= WIDEST && !isBlank(codePointAt(text, end))) end += sizeOf(text[end]!);
  return columns(text, line.start, line.end) + 1 + columns(text, next.start, end);
}

/** Whether a line ends as a sentence does, closing signs aside. */
function endsSentence(text: Uint8Array, line: Span): boolean {
  let end = line.end;
  while (end > line.start) {
    const before = previous(text, end);
    const codePoint = codePointAt(text, before);
    if (!isCloser(codePoint)) return endKind(codePoint) !== NONE && endKind(codePoint) !== SEMICOLON;
    end = before;
  }
  return false;
}

/** Whether it is the line of a cue's times, `00:00:01,000 --> 00:00:02,000`. */
function isTiming(text: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i + 2 < end && i - start < 32; i++) {
    if (text[i] === 0x2d && text[i + 1] === 0x2d && text[i + 2] === 0x3e) return true;
  }
  return false;
}

/** Pairs of lines with one line break between them and no blank line, within the speech of one turn; the first `SAMPLE`. */
function brokenLines(text: Uint8Array, turns: readonly Turn[]): [Span, Span][] {
  const searched = searchable(text);
  const named = turns.some(({ speaker }) => speaker !== null);
  const found: [Span, Span][] = [];
  for (const turn of turns) {
    if (named && turn.speaker === null) continue;
    let before: Span | null = null;
    for (let at = turn.speech; at < turn.end && found.length < SAMPLE;) {
      const feed = endOfLine(searched, at, turn.end);
      const start = trimStart(text, at, feed);
      const line = start < feed && !isTiming(text, start, feed) ? { start, end: trimEnd(text, start, feed) } : null;
      if (before !== null && line !== null) found.push([before, line]);
      before = line;
      at = feed + 1;
    }
    if (found.length === SAMPLE) break;
  }
  return found;
}

/**
 * Whether each line of the speech is a paragraph, rather than a piece of one that was broken to fit a width. Looks at
 * the first 60 single line breaks within turns:
 *
 * 1. None: no. Nothing depends on it then.
 * 2. At least half follow the end of a sentence or a line of more than 120 columns: yes.
 * 3. At least half stand where the next line's first word would not have fitted into the widest of these lines (40 to
 *    120 columns): no, the lines are full.
 * 4. At least a quarter stand before a small letter: no, the sentence goes on.
 * 5. Else: yes, as in transcripts without punctuation.
 */
export function hasParagraphPerLine(text: Uint8Array, turns: readonly Turn[]): boolean {
  const breaks = brokenLines(text, turns);
  if (breaks.length === 0) return false;
  const widths = breaks.map(([line]) => columns(text, line.start, line.end));
  const ended = breaks.filter(([line], i) => widths[i]! > WIDEST || endsSentence(text, line)).length;
  if (2 * ended >= breaks.length) return true;
  const widest = widths.reduce((most, width) => (width <= WIDEST ? Math.max(most, width) : most), 0);
  const full = breaks.filter(([line, next]) => columnsWithNext(text, line, next) > widest).length;
  if (widest >= NARROWEST && 2 * full >= breaks.length) return false;
  const continued = breaks.filter(([, next]) => text[next.start]! >= 0x61 && text[next.start]! <= 0x7a).length;
  return 4 * continued < breaks.length;
}
