/**
 * Times in transcripts: `55:21`, `00:20:12`, `01:16:03.11`, `00:00:00,110`, alone or in brackets (Markdown's escaped
 * `\[01:46\]` too). Everything works on bytes, so that no line is decoded to find out that it holds no time.
 */

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

/** The byte after the run of digits at `i`, looking no further than `end`. */
function afterDigits(text: Uint8Array, i: number, end: number): number {
  while (i < end && isDigit(text[i])) i++;
  return i;
}

/** Where the time that starts at byte `i` ends, or -1 where none starts there. A time has one to three colons (hours, minutes, seconds, frames). */
export function timeEnd(text: Uint8Array, i: number, end: number): number {
  const hours = afterDigits(text, i, end);
  if (hours === i || hours - i > 3) return -1;
  let at = hours;
  let parts = 0;
  while (parts < 3 && at < end && text[at] === 0x3a && afterDigits(text, at + 1, end) === at + 3) {
    at += 3;
    parts++;
  }
  if (parts === 0) return -1;
  if (at < end && (text[at] === 0x2e || text[at] === 0x2c)) {
    const fraction = afterDigits(text, at + 1, end);
    if (fraction > at + 1 && fraction <= at + 4) at = fraction;
  }
  return at < end && (isDigit(text[at]) || text[at] === 0x3a) ? -1 : at;
}

/** A bracket as it opens or closes: its size in bytes and the kind that must match. */
interface Bracket {
  readonly size: number;
  readonly kind: number;
}

const ROUND = 1;
const SQUARE = 2;
const LENTICULAR = 3;

/** The opening bracket at byte `i` — `(`, `[`, `\[`, `（`, `［`, `【` — or null. */
export function opening(text: Uint8Array, i: number): Bracket | null {
  switch (text[i]) {
    case 0x28:
      return { size: 1, kind: ROUND };
    case 0x5b:
      return { size: 1, kind: SQUARE };
    case 0x5c:
      if (text[i + 1] === 0x5b) return { size: 2, kind: SQUARE };
      return text[i + 1] === 0x28 ? { size: 2, kind: ROUND } : null;
    case 0xef:
      if (text[i + 1] !== 0xbc) return null;
      if (text[i + 2] === 0x88) return { size: 3, kind: ROUND };
      return text[i + 2] === 0xbb ? { size: 3, kind: SQUARE } : null;
    case 0xe3:
      return text[i + 1] === 0x80 && text[i + 2] === 0x90 ? { size: 3, kind: LENTICULAR } : null;
    default:
      return null;
  }
}

/** The closing bracket at byte `i`, or null; half-width and full-width ones close each other. */
export function closing(text: Uint8Array, i: number): Bracket | null {
  switch (text[i]) {
    case 0x29:
      return { size: 1, kind: ROUND };
    case 0x5d:
      return { size: 1, kind: SQUARE };
    case 0x5c:
      if (text[i + 1] === 0x5d) return { size: 2, kind: SQUARE };
      return text[i + 1] === 0x29 ? { size: 2, kind: ROUND } : null;
    case 0xef:
      if (text[i + 1] !== 0xbc) return null;
      if (text[i + 2] === 0x89) return { size: 3, kind: ROUND };
      return text[i + 2] === 0xbd ? { size: 3, kind: SQUARE } : null;
    case 0xe3:
      return text[i + 1] === 0x80 && text[i + 2] === 0x91 ? { size: 3, kind: LENTICULAR } : null;
    default:
      return null;
  }
}

/** A time in brackets: where the time itself stands and where the closing bracket ends. */
export interface BracketedTime {
  readonly start: number;
  readonly end: number;
  readonly close: number;
}

/** The bracketed time that opens at byte `i`, such as `[00:12]` or `\[01:46\]`, or null. */
export function bracketedTime(text: Uint8Array, i: number, end: number): BracketedTime | null {
  const open = opening(text, i);
  if (open === null) return null;
  let start = i + open.size;
  while (start < end && (text[start] === 0x20 || text[start] === 0x5c)) start++;
  const stop = timeEnd(text, start, end);
  if (stop < 0) return null;
  let close = stop;
  while (close < end && text[close] === 0x20) close++;
  while (text[close] === 0x5c && text[close + 1] === 0x5c) close++;
  const bracket = closing(text, close);
  if (bracket === null || bracket.kind !== open.kind || close + bracket.size > end) return null;
  return { start, end: stop, close: close + bracket.size };
}

/** The characters of a time, all ASCII: several times faster than decoding so short a piece. */
export function timeWords(text: Uint8Array, start: number, end: number): string {
  let words = '';
  for (let i = start; i < end; i++) words += String.fromCharCode(text[i]!);
  return words;
}

/** Seconds of a time as it stands in the text (`1:02:03.5` → 3723.5), for telling whether times ascend. */
export function seconds(time: string): number {
  return time
    .replace(',', '.')
    .split(':')
    .reduce((total, part) => total * 60 + Number(part), 0);
}
