import type { Span } from '../../core/span.js';
import { decode, encode } from '../../text/utf8.js';
import { BLANK, breakKind, DIGIT, ENDING, HYPHEN, LETTER, mayBreak } from './breaking.js';
import { eachGrapheme } from './grapheme.js';

/** A row of the screen: bytes `start`…`end`, up to where the next row begins. White space at its end does not show. */
export type Row = Span;

/**
 * Breaks bytes `start`…`end` into rows of at most `columns` (≥ 8) columns: between words, anywhere between ideographs
 * but before closing and after opening signs; a word that is longer than a row is cut between graphemes. White space
 * that no longer fits hangs over the end. A stretch without a byte is one empty row.
 */
export function wrap(text: Uint8Array, start: number, end: number, columns: number): Row[] {
  const rows: Row[] = [];
  let from = start;
  let width = 0;
  /** The last place where this row may end, and the width of what stands after it. */
  let breakAt = start;
  let after = 0;
  let before = ENDING;
  const close = (at: number): void => {
    rows.push({ start: from, end: at });
    from = at;
  };
  eachGrapheme(text, start, end, (at, _next, codePoint, taken) => {
    let kind = breakKind(codePoint);
    // A hyphen that stands before its word, as a minus does, is part of it.
    if (kind === HYPHEN && before !== LETTER && before !== DIGIT) kind = LETTER;
    if (before === ENDING) {
      if (at > from) close(at);
      breakAt = at;
      width = after = 0;
    } else if (mayBreak(before, kind)) {
      breakAt = at;
      after = 0;
    }
    before = kind;
    if (kind !== BLANK && kind !== ENDING) {
      if (width + taken > columns && breakAt > from) {
        close(breakAt);
        width = after;
      }
      if (width + taken > columns && width > 0) {
        close(at);
        breakAt = at;
        width = after = 0;
      }
    }
    width += taken;
    after += taken;
  });
  if (end > from || rows.length === 0) rows.push({ start: from, end });
  return rows;
}

/** A text that is no transcript broken into lines of at most `columns` columns; its own line breaks are kept. */
export function wrapText(words: string, columns: number): string[] {
  return words.split('\n').flatMap((paragraph) => {
    const text = encode(paragraph);
    return wrap(text, 0, text.length, Math.max(8, columns)).map(({ start, end }) => decode(text, start, end).trimEnd());
  });
}
