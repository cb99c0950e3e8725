import { classOf, HAN, WORD } from '../text/character.js';
import { flow } from './flow.js';
import type { Piece } from './model.js';

// Every sign that can mean something within a line of CommonMark or of GitHub's dialect, mathematics ($) included.
const INLINE = /[\\`*_[\]<>&#|~$]/g;
// What begins a list, a heading's underline or a numbered item where it begins a line.
const LEADING = /^([-+=]|\d{1,9}(?=[.)]))/;

function escapeInline(text: string): string {
  return text.replace(INLINE, '\\$&');
}

/** A sign at the beginning of a line: `- ` is escaped before it, `1.` after its digits. */
function escapeLeading(line: string): string {
  return line.replace(LEADING, (sign) => (/^\d/.test(sign) ? `${sign}\\` : `\\${sign}`));
}

/** Anybody's text as one line of Markdown that shows exactly that text. */
export function escapeLine(text: string): string {
  return escapeLeading(escapeInline(flow(text)));
}

/** The same for a cell of a table, or for text that does not begin a line. */
export function escapeWithin(text: string): string {
  return escapeInline(flow(text));
}

function isLetter(character: string | undefined): boolean {
  if (character === undefined) return false;
  const kind = classOf(character.codePointAt(0)!);
  return kind === WORD || kind === HAN;
}

/**
 * Emphasis that holds beside Chinese: `**` opens and closes only beside a letter (in `**“资金”**的` it does not), so
 * that a keyword with other edges is marked in HTML.
 */
function strong(text: string): string {
  const characters = Array.from(text);
  const safe = isLetter(characters[0]) && isLetter(characters.at(-1));
  return safe ? `**${escapeInline(text)}**` : `<strong>${escapeInline(text)}</strong>`;
}

/** Flowed pieces as one line of Markdown, keywords strong. */
export function markPieces(pieces: readonly Piece[]): string {
  const line = pieces
    .map(({ text, marked }) => (marked && text.trim() !== '' ? strong(text) : escapeInline(text)))
    .join('');
  return line.startsWith('**') ? line : escapeLeading(line);
}
