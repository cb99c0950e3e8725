import { opening, timeEnd } from './time.js';

/**
 * The pieces of the grammar of labels: blanks, colons, emphasis marks, on bytes.
 */

/** How many bytes of a line are looked at for the colon of a plain label, and of a dressed one. */
export const PLAIN = 72;
export const DRESSED = 200;

export const COLON = 0x3a;
export const SPACE = 0x20;
export const TAB = 0x09;
export const STAR = 0x2a;
export const UNDERSCORE = 0x5f;

/** ASCII bytes that no plain label holds. */
const stops = new Uint8Array(256);
for (const character of '?!;={}|~`') stops[character.charCodeAt(0)] = 1;
/** Bytes at which the scan for the colon looks closer. */
const closer = new Uint8Array(256);
for (const byte of [COLON, 0xe3, 0xef, 0xe2]) closer[byte] = 1;

/** After spaces, tabs and ideographic spaces from byte `i` on. */
export function skipBlanks(text: Uint8Array, i: number, end: number): number {
  for (;;) {
    if (i < end && (text[i] === SPACE || text[i] === TAB)) i++;
    else if (i + 2 < end && text[i] === 0xe3 && text[i + 1] === 0x80 && text[i + 2] === 0x80) i += 3;
    else if (i + 1 < end && text[i] === 0xc2 && text[i + 1] === 0xa0) i += 2;
    else return i;
  }
}

/** Before blanks that end at byte `i`, not going below `start`. */
export function trimBlanks(text: Uint8Array, start: number, i: number): number {
  for (;;) {
    if (i > start && (text[i - 1] === SPACE || text[i - 1] === TAB)) i--;
    else if (i - 3 >= start && text[i - 3] === 0xe3 && text[i - 2] === 0x80 && text[i - 1] === 0x80) i -= 3;
    else if (i - 2 >= start && text[i - 2] === 0xc2 && text[i - 1] === 0xa0) i -= 2;
    else return i;
  }
}

/** Size of the colon at byte `i`: 1 for `:`, 3 for `：` (and `﹕`), 0 for anything else. */
export function colonSize(text: Uint8Array, i: number): 0 | 1 | 3 {
  if (text[i] === COLON) return 1;
  if (text[i] !== 0xef) return 0;
  return (text[i + 1] === 0xbc && text[i + 2] === 0x9a) || (text[i + 1] === 0xb9 && text[i + 2] === 0x95) ? 3 : 0;
}

/** Whether the three-byte character at `i` ends or quotes a sentence: 。「」『』！？；“”…—. */
function stopsWide(text: Uint8Array, i: number): boolean {
  const second = text[i + 1]!;
  const third = text[i + 2]!;
  switch (text[i]) {
    case 0xe3:
      return second === 0x80 && (third === 0x82 || (third >= 0x8a && third <= 0x8f));
    case 0xef:
      return second === 0xbc && (third === 0x81 || third === 0x9f || third === 0x9b);
    default:
      return second === 0x80 && (third === 0x9c || third === 0x9d || third === 0xa6 || third === 0x94);
  }
}

/** The first colon from byte `i` on within `limit`, or -1 where there is none or the words before it are no label. */
export function findColon(text: Uint8Array, i: number, limit: number): number {
  for (; i < limit; i++) {
    const byte = text[i]!;
    if (stops[byte] === 1) return -1;
    if (closer[byte] === 1) {
      if (colonSize(text, i) > 0) return i;
      if (byte !== COLON && stopsWide(text, i)) return -1;
    }
  }
  return -1;
}

/** As `findColon`, for dressed labels: commas and quotation marks may stand in them. */
export function findColonInside(text: Uint8Array, i: number, limit: number): number {
  for (; i < limit; i++) if (closer[text[i]!] === 1 && colonSize(text, i) > 0) return i;
  return -1;
}

/** How many `*` or `_` emphasis marks stand at byte `i`: one to three of a kind, else 0. */
export function emphasisAt(text: Uint8Array, i: number, end: number): number {
  const mark = text[i];
  if (mark !== STAR && mark !== UNDERSCORE) return 0;
  let n = 1;
  while (i + n < end && text[i + n] === mark) n++;
  return n <= 3 ? n : 0;
}

/** `# … ######` at byte `i`: their number where a blank follows, else 0. */
export function headingDepth(text: Uint8Array, i: number, end: number): number {
  let n = 0;
  while (i + n < end && text[i + n] === 0x23) n++;
  return n > 0 && n <= 6 && text[i + n] === SPACE ? n : 0;
}

/** Emphasis marks at the end of a name: `**Tim**:`. */
export function stripMarks(text: Uint8Array, start: number, end: number): number {
  while (end > start && (text[end - 1] === STAR || text[end - 1] === UNDERSCORE)) end--;
  return end;
}

/** `marks` when the emphasis that was opened is closed at byte `i`, else 0. */
export function closingMarks(text: Uint8Array, i: number, end: number, marks: number, mark: number): number {
  if (marks === 0 || i + marks > end) return 0;
  for (let n = 0; n < marks; n++) if (text[i + n] !== mark) return 0;
  return marks;
}

/** Where a time begins whose colon stands at byte `colon`, with its end; null where that colon is none of a time. */
export function timeBefore(
  text: Uint8Array,
  start: number,
  colon: number,
  lineEnd: number,
): { start: number; end: number } | null {
  if (text[colon] !== COLON) return null;
  let from = colon;
  while (from > start && text[from - 1]! >= 0x30 && text[from - 1]! <= 0x39) from--;
  if (from === colon) return null;
  const end = timeEnd(text, from, lineEnd);
  return end > colon ? { start: from, end } : null;
}

/** Size of the opening bracket that ends at byte `end`, or 0. */
export function openingBefore(text: Uint8Array, start: number, end: number): number {
  for (const size of [3, 2, 1]) {
    if (end - size < start) continue;
    if (opening(text, end - size)?.size === size) return size;
  }
  return 0;
}

/** After a list's bullet (`-`, `*`, `+`, `•`) or number (`1.`, `2)`, `3、`) at byte `i` and the blanks behind it; `i` where there is none. */
export function afterBullet(text: Uint8Array, i: number, end: number): number {
  const byte = text[i]!;
  let at = i;
  let blank = true;
  if (byte === 0x2d || byte === STAR || byte === 0x2b) at++;
  else if (byte === 0xe2 && text[i + 1] === 0x80 && text[i + 2] === 0xa2) {
    at += 3;
    blank = false;
  } else if (byte >= 0x30 && byte <= 0x39) {
    while (at < end && at - i < 4 && text[at]! >= 0x30 && text[at]! <= 0x39) at++;
    if (text[at] === 0x2e || text[at] === 0x29) {
      at++;
      blank = text[at]! < 0x80;
    } else if (
      (text[at] === 0xe3 && text[at + 1] === 0x80 && text[at + 2] === 0x81) ||
      (text[at] === 0xef && text[at + 1] === 0xbc && text[at + 2] === 0x8e)
    ) {
      at += 3;
      blank = false;
    } else return i;
  } else return i;
  const after = skipBlanks(text, at, end);
  return after > end || (blank && after === at) ? i : after;
}
