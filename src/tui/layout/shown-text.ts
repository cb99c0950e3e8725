import { displayWidth } from '../../core/width.js';
import { shownCluster } from './shown.js';

/* Texts that are no part of a transcript (names, memos, messages), brought to the screen on one line. */

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
const PLAIN = /^[\x20-\x7e]*$/;
const ELLIPSIS = '…';
/** No line is so wide that more of a text, in UTF-16 units, could show. */
const LONGEST = 10_000;

/** A grapheme of a text as it is written: its place in UTF-16 units, its columns. */
export interface Glyph {
  readonly at: number;
  readonly shown: string;
  readonly width: number;
}

/** The graphemes of a text; a line break is written as a space. */
export function glyphsOf(text: string): Glyph[] {
  const glyphs: Glyph[] = [];
  if (PLAIN.test(text)) {
    for (let at = 0; at < text.length; at++) glyphs.push({ at, shown: text[at]!, width: 1 });
    return glyphs;
  }
  for (const { segment, index } of segmenter.segment(text)) {
    const shown = /^[\r\n\u2028\u2029]/u.test(segment) ? ' ' : shownCluster(segment);
    glyphs.push({ at: index, shown, width: displayWidth(shown) });
  }
  return glyphs;
}

/** A text as it is written on one line: without controls, each grapheme as wide as it is counted. */
export function shownText(text: string): string {
  if (PLAIN.test(text)) return text;
  return glyphsOf(text)
    .map(({ shown }) => shown)
    .join('');
}

function joined(glyphs: readonly Glyph[]): string {
  return glyphs.map(({ shown }) => shown).join('');
}

function widthOfAll(glyphs: readonly Glyph[]): number {
  return glyphs.reduce((sum, { width }) => sum + width, 0);
}

/** How many of the graphemes fit into `columns`, from the first on. */
function fitting(glyphs: readonly Glyph[], columns: number): number {
  let room = columns;
  let count = 0;
  while (count < glyphs.length && (room -= glyphs[count]!.width) >= 0) count++;
  return count;
}

/** The graphemes that fit into `columns`, with … in place of the rest. */
export function cutGlyphs(glyphs: readonly Glyph[], columns: number): Glyph[] {
  if (widthOfAll(glyphs) <= columns) return [...glyphs];
  if (columns < 1) return [];
  const kept = glyphs.slice(0, fitting(glyphs, columns - 1));
  return [...kept, { at: glyphs[kept.length]!.at, shown: ELLIPSIS, width: 1 }];
}

/** A text as written on one line, its end left out for … where it is wider than `columns`. */
export function cutEnd(text: string, columns: number): string {
  if (text.length <= columns && PLAIN.test(text)) return text;
  return joined(cutGlyphs(glyphsOf(text.slice(0, LONGEST)), columns));
}

/** A text as written on one line, its middle left out for … where it is wider than `columns`: paths differ at the end. */
export function cutMiddle(text: string, columns: number): string {
  const glyphs = glyphsOf(text);
  if (widthOfAll(glyphs) <= columns) return joined(glyphs);
  if (columns < 1) return '';
  const tail = Math.ceil((columns - 1) * 0.6);
  const last = fitting([...glyphs].reverse(), tail);
  const end = glyphs.slice(glyphs.length - last);
  const start = glyphs.slice(0, fitting(glyphs, columns - 1 - widthOfAll(end)));
  return `${joined(start)}${ELLIPSIS}${joined(end)}`;
}
