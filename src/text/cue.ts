import type { Diagnostic } from '../core/diagnostic.js';
import { searchable } from './search.js';
import { timeEnd } from './time.js';
import type { Furniture } from './transcript.js';
import { decode } from './utf8.js';

/**
 * Cues of SRT and WebVTT. A cue's text keeps its place; what stands around it — blank lines, number or name, timings,
 * notes, styles, tags — is furniture of kind `cue`, so that a sentence runs on from one cue into the next.
 */
export interface Cue {
  /** Where the cue begins: at the blank lines and notes before its number and timing. */
  readonly start: number;
  /** The text, without the white space behind it. */
  readonly textStart: number;
  readonly textEnd: number;
  /** The start time as it stands in the text. */
  readonly timeStart: number;
  readonly timeEnd: number;
  /** Seconds. */
  readonly from: number;
  readonly to: number;
}

/** The cues of a file in text order, and what is no speech around them. */
export interface Cues {
  readonly cues: readonly Cue[];
  readonly furniture: readonly Furniture[];
  readonly diagnostics: readonly Diagnostic[];
}

interface Line {
  readonly start: number;
  /** The line feed, or the end of the text. */
  readonly end: number;
}

function linesOf(text: Uint8Array): Line[] {
  const buffer = searchable(text);
  const lines: Line[] = [];
  for (let start = 0; start < text.length;) {
    const feed = buffer.indexOf(0x0a, start);
    const end = feed < 0 ? text.length : feed;
    lines.push({ start, end });
    start = end + 1;
  }
  return lines;
}

function isBlankLine(text: Uint8Array, { start, end }: Line): boolean {
  for (let i = start; i < end; i++) if (text[i] !== 0x20 && text[i] !== 0x09) return false;
  return true;
}

const timing =
  /^[ \t]*(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})[ \t]*-->[ \t]*(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})/;

interface Timing {
  readonly from: number;
  readonly to: number;
}

function timingOf(words: string): Timing | null {
  const match = timing.exec(words);
  if (match === null) return null;
  const [h1, m1, s1, f1, h2, m2, s2, f2] = match.slice(1);
  const at = (h: string | undefined, m: string, s: string, f: string): number =>
    Number(h ?? 0) * 3600 + Number(m) * 60 + Number(s) + Number(`0.${f}`);
  return { from: at(h1, m1!, s1!, f1!), to: at(h2, m2!, s2!, f2!) };
}

/** Whether line `i`, which stands right before a timing, is the cue's number or name and no text of the cue before. */
function isCueName(text: Uint8Array, lines: readonly Line[], i: number, afterTiming: number): boolean {
  if (i <= afterTiming || isBlankLine(text, lines[i]!)) return false;
  return (
    i === 0 || isBlankLine(text, lines[i - 1]!) || /^\s*\d+\s*$/.test(decode(text, lines[i]!.start, lines[i]!.end))
  );
}

/** Reads all cues. `file` is for messages (QC308). */
export function readCues(text: Uint8Array, file: string): Cues {
  const lines = linesOf(text);
  const diagnostics: Diagnostic[] = [];
  const timings: { line: number; name: number; timing: Timing }[] = [];
  lines.forEach(({ start, end }, i) => {
    const words = end - start >= 3 && end - start < 400 ? decode(text, start, end) : '';
    if (!words.includes('-->')) return;
    const found = timingOf(words);
    if (found === null) {
      diagnostics.push(unreadable(file, i + 1, words));
      return;
    }
    const previous = timings.length > 0 ? timings[timings.length - 1]!.line : -1;
    timings.push({ line: i, name: isCueName(text, lines, i - 1, previous) ? i - 1 : i, timing: found });
  });
  const cues: Cue[] = [];
  const furniture: Furniture[] = [];
  const cover = (start: number, end: number, kind: Furniture['kind'] = 'cue'): void => {
    if (end > start) furniture.push({ kind, start, end });
  };
  let free = timings.length > 0 ? lines[timings[0]!.name]!.start : startsWithSignature(text) ? text.length : 0;
  cover(0, free, 'header');
  timings.forEach(({ line, timing: { from, to } }, i) => {
    const next = i + 1 < timings.length ? timings[i + 1]!.name : lines.length;
    const start = free;
    const textStart = Math.min(lines[line]!.end + 1, text.length);
    const textLines = lines.slice(line + 1, next);
    const last = lastTextLine(text, textLines);
    const textEnd = last < 0 ? textStart : textLines[last]!.end;
    const at = text.indexOf(0x2d, lines[line]!.start);
    const timeStart = firstDigit(text, lines[line]!.start);
    cover(start, textStart);
    cues.push({ start, textStart, textEnd, timeStart, timeEnd: Math.min(timeEnd(text, timeStart, at), at), from, to });
    // The line feed behind the text stays as the white space it is.
    free = Math.min(textEnd === textStart ? textEnd : textEnd + 1, text.length);
  });
  cover(timings.length > 0 ? free : text.length, text.length);
  return { cues, furniture, diagnostics };
}

/** Whether the text begins as WebVTT does. */
function startsWithSignature(text: Uint8Array): boolean {
  return decode(text, 0, Math.min(6, text.length)) === 'WEBVTT';
}

/** The last line of a cue's text: notes, styles and regions after a blank line are none. -1 where there is no text. */
function lastTextLine(text: Uint8Array, lines: readonly Line[]): number {
  let last = -1;
  for (let i = 0; i < lines.length; i++) {
    if (isBlankLine(text, lines[i]!)) continue;
    const afterBlank = i === 0 || isBlankLine(text, lines[i - 1]!);
    if (
      afterBlank &&
      i > 0 &&
      /^(?:NOTE|STYLE|REGION)(?:[ \t]|$)/.test(
        decode(text, lines[i]!.start, Math.min(lines[i]!.end, lines[i]!.start + 12)),
      )
    )
      break;
    last = i;
  }
  return last;
}

function firstDigit(text: Uint8Array, start: number): number {
  let i = start;
  while (text[i]! < 0x30 || text[i]! > 0x39) i++;
  return i;
}

function unreadable(file: string, line: number, excerpt: string): Diagnostic {
  return {
    code: 'QC308',
    severity: 'warning',
    message: 'the times of this cue cannot be read',
    remedy: 'write 00:00:00,000 --> 00:00:00,000 (WebVTT: 00:00:00.000)',
    place: { file, line, column: 1, excerpt },
  };
}
