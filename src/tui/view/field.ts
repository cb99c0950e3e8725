import { displayWidth } from '../../core/width.js';
import { decode, encode } from '../../text/utf8.js';
import type { Line, Piece } from './frame.js';
import { eachGrapheme, shownGrapheme } from '../layout/grapheme.js';
import { BLANK, breakKind, ENDING } from '../layout/breaking.js';
import { glyphsOf, shownText } from '../layout/shown-text.js';
import { wrap, type Row } from '../layout/wrap.js';
import type { Field } from '../model/state.js';
import { INVERSE, piece } from './line.js';

/** Where text is typed: 0-based row and column of the lines that it comes with. */
export interface Caret {
  readonly row: number;
  readonly column: number;
}

/** Lines in which text is typed. */
export interface Typed {
  readonly lines: readonly Line[];
  readonly caret: Caret;
}

/** A field of one line behind a prompt, scrolled sideways so far that the caret shows. */
export function fieldLine(prompt: Line, { text, at }: Field, columns: number): Typed {
  const before = prompt.reduce((sum, one) => sum + displayWidth(one.text), 0);
  const glyphs = glyphsOf(text);
  const index = glyphs.findIndex((glyph) => glyph.at >= at);
  const caret = index < 0 ? glyphs.length : index;
  const room = Math.max(1, columns - before - 1);
  let from = caret;
  let width = 0;
  while (from > 0 && width + glyphs[from - 1]!.width <= room - (glyphs[caret]?.width ?? 1))
    width += glyphs[--from]!.width;
  let to = caret;
  let used = width;
  while (to < glyphs.length && used + glyphs[to]!.width <= room) used += glyphs[to++]!.width;
  const shown = (start: number, end: number): string =>
    glyphs
      .slice(start, end)
      .map((glyph) => glyph.shown)
      .join('');
  const under = caret < to ? shown(caret, caret + 1) : '';
  return {
    lines: [
      [...prompt, piece(shown(from, caret)), piece(under === '' ? ' ' : under, INVERSE), piece(shown(caret + 1, to))],
    ],
    caret: { row: 0, column: before + width },
  };
}

/** One row of a text being written, with the caret when it stands there. */
function writtenRow(text: Uint8Array, row: Row, caret: number, columns: number): { line: Piece[]; column: number } {
  let before = '';
  let under = '';
  let after = '';
  let width = 0;
  let column = -1;
  eachGrapheme(text, row.start, row.end, (at, next, codePoint, taken) => {
    const kind = breakKind(codePoint);
    const shown = kind === ENDING ? '' : shownGrapheme(text, at, next, codePoint);
    if (at >= caret && column < 0) {
      column = Math.min(width, columns);
      under = shown;
    } else if (width + taken > columns && kind === BLANK) return;
    else if (column < 0) before += shown;
    else after += shown;
    width += taken;
  });
  if (column < 0) return { line: [piece(before + after)], column: Math.min(width, columns) };
  return { line: [piece(before), piece(under === '' ? ' ' : under, INVERSE), piece(after)], column };
}

/**
 * A text of several lines, as far as it fits into `rows`, around the caret.
 *
 * @param columns the last is kept for the caret behind a full row
 */
export function writtenLines(field: Field, columns: number, rows: number): Typed {
  const text = encode(field.text);
  const caret = encode(field.text.slice(0, field.at)).length;
  const width = Math.max(8, columns - 1);
  const all: Row[] = [];
  for (let start = 0; start <= text.length;) {
    const feed = text.indexOf(0x0a, start);
    const end = feed < 0 ? text.length : feed + 1;
    all.push(...wrap(text, start, end, width));
    if (feed < 0) break;
    start = end;
  }
  const found = all.findIndex(({ end }) => caret < end);
  const at = found < 0 ? all.length - 1 : found;
  const top = Math.max(0, Math.min(at - rows + 1, all.length - rows));
  let column = 0;
  const lines = all.slice(top, top + rows).map((row, i): Line => {
    if (top + i !== at) return [piece(shownText(decode(text, row.start, row.end)).trimEnd())];
    const written = writtenRow(text, row, caret, width);
    column = written.column;
    return caret >= row.end ? [...written.line, piece(' ', INVERSE)] : written.line;
  });
  return { lines, caret: { row: at - top, column } };
}
