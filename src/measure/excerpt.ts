import { widthOf } from '../core/width.js';
import { firstEndingAfter } from '../text/furniture.js';
import type { Transcript } from '../text/transcript.js';
import { decode } from '../text/utf8.js';

/** A stretch of text on one line: each run of white space is one space. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** The first columns of a text: as many whole characters as fit (a Han character takes two columns). */
export function firstColumns(text: string, columns: number): string {
  let width = 0;
  let length = 0;
  for (const character of text) {
    width += widthOf(character.codePointAt(0)!);
    if (width > columns) break;
    length += character.length;
  }
  return text.slice(0, length);
}

/** The last columns of a text. */
export function lastColumns(text: string, columns: number): string {
  const characters = [...text];
  let width = 0;
  let from = characters.length;
  while (from > 0) {
    width += widthOf(characters[from - 1]!.codePointAt(0)!);
    if (width > columns) break;
    from--;
  }
  // A mark without the letter that it stands on would fall on what comes before.
  while (from > 0 && from < characters.length && widthOf(characters[from]!.codePointAt(0)!) === 0) from++;
  return characters.slice(from).join('');
}

/** About how many columns bytes `start`…`end` take: 1 for characters below U+1100, else 2. Counts without decoding. */
export function roughWidth(text: Uint8Array, start: number, end: number): number {
  let columns = 0;
  for (let i = start; i < end; i++) {
    const byte = text[i]!;
    if (byte < 0x80 || (byte >= 0xc0 && byte < 0xe1)) columns++;
    else if (byte >= 0xe1) columns += 2;
  }
  return columns;
}

/**
 * What is said in bytes `start`…`end`: labels, times and cue lines are left out, with the white space around them as one
 * space. Markers such as （笑） stay: they belong to what a reader should see.
 */
export function spoken({ text, furniture }: Transcript, start: number, end: number): string {
  let said = '';
  let at = start;
  for (let f = firstEndingAfter(furniture, start); f < furniture.length && furniture[f]!.start < end; f++) {
    const { kind, start: from, end: to } = furniture[f]!;
    if (kind === 'marker') continue;
    if (from > at) said = `${said}${decode(text, at, from)}`;
    said = `${said.trimEnd()} `;
    at = Math.max(at, to);
    while (at < end && text[at]! <= SPACE) at++;
  }
  return at < end ? said + decode(text, at, end) : said;
}

/** The ASCII space; below it stand line feeds and tabs. */
const SPACE = 0x20;

/** The most bytes that a character and the white space beside it are taken to need. */
const BYTES = 8;

/** What stands before byte `end`, no further back than `limit`: its last columns, on one line. */
export function columnsBefore(transcript: Transcript, limit: number, end: number, columns: number): string {
  const { text } = transcript;
  let from = Math.max(limit, end - BYTES * columns);
  while (from < end && (text[from]! & 0xc0) === 0x80) from++;
  return lastColumns(onOneLine(spoken(transcript, from, end)), columns);
}

/** What stands after byte `start`, no further than `limit`: its first columns, on one line. */
export function columnsAfter(transcript: Transcript, start: number, limit: number, columns: number): string {
  const { text } = transcript;
  let to = Math.min(limit, start + BYTES * columns);
  while (to > start && to < text.length && (text[to]! & 0xc0) === 0x80) to--;
  return firstColumns(onOneLine(spoken(transcript, start, to)), columns);
}
