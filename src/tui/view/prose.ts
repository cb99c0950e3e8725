import type { Line, Look } from './frame.js';
import { wrapText } from '../layout/wrap.js';
import { cutEnd, shownText } from '../layout/shown-text.js';
import { piece } from './line.js';

/** A text broken into lines of at most `columns` columns; its own line breaks are kept. */
export function proseLines(words: string, columns: number, look: Look = {}): Line[] {
  return wrapText(words, columns).map((line): Line => [piece(shownText(line), look)]);
}

/** The same, but no more than `most` lines: where there are more, the last ends in …. */
export function proseUpTo(words: string, columns: number, most: number, look: Look = {}): Line[] {
  const all = proseLines(words, columns, look);
  if (all.length <= most) return all;
  const shown = all.slice(0, most);
  const last = shown.pop() ?? [];
  return [...shown, [piece(cutEnd(`${last.map(({ text }) => text).join('')}…`, columns), look)]];
}
