import { encode, decode } from '../../text/utf8.js';
import type { Line, Look } from './frame.js';
import { shownText } from '../layout/shown-text.js';
import { wrap } from '../layout/wrap.js';
import { piece } from './line.js';

/** A text broken into lines of at most `columns` columns; its own line breaks are kept. */
export function proseLines(words: string, columns: number, look: Look = {}): Line[] {
  return words.split('\n').flatMap((paragraph) => {
    const text = encode(paragraph);
    return wrap(text, 0, text.length, Math.max(8, columns)).map(({ start, end }): Line => [
      piece(shownText(decode(text, start, end)).trimEnd(), look),
    ]);
  });
}
