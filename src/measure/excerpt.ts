import { firstColumns, lastColumns } from '../core/columns.js';
import { firstEndingAfter } from '../text/furniture.js';
import type { Transcript } from '../text/transcript.js';
import { boundaryAfter, boundaryBefore, decode } from '../text/utf8.js';

/** Stands for words whose speaker did not consent to be quoted. */
export const WITHHELD = '[withheld: no consent to quote]';

/** A stretch of text on one line: each run of white space is one space. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
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
  const from = boundaryAfter(text, Math.max(limit, end - BYTES * columns));
  return lastColumns(onOneLine(spoken(transcript, from, end)), columns);
}

/** What stands after byte `start`, no further than `limit`: its first columns, on one line. */
export function columnsAfter(transcript: Transcript, start: number, limit: number, columns: number): string {
  const { text } = transcript;
  const to = boundaryBefore(text, Math.min(limit, start + BYTES * columns));
  return firstColumns(onOneLine(spoken(transcript, start, to)), columns);
}
