import { displayWidth, widthOf } from './width.js';

/* Texts of one line cut to columns of a terminal: whole characters, of which a Han character takes two columns. */

/** The beginning of a text that fits into so many columns. */
export function firstColumns(text: string, columns: number): string {
  let room = columns;
  let end = 0;
  for (const character of text) {
    room -= widthOf(character.codePointAt(0)!);
    if (room < 0) break;
    end += character.length;
  }
  return text.slice(0, end);
}

/** The end of a text that fits into so many columns. It begins with no mark whose letter was cut off. */
export function lastColumns(text: string, columns: number): string {
  const characters = Array.from(text);
  let room = columns;
  let from = characters.length;
  while (from > 0) {
    room -= widthOf(characters[from - 1]!.codePointAt(0)!);
    if (room < 0) break;
    from--;
  }
  while (from > 0 && from < characters.length && widthOf(characters[from]!.codePointAt(0)!) === 0) from++;
  return characters.slice(from).join('');
}

/** The beginning of a text that fits, with `…` for what is left out. */
export function clipEnd(text: string, columns: number): string {
  return displayWidth(text) <= columns ? text : `${firstColumns(text, columns - 1)}…`;
}

/** The end of a text that fits, after `…` for what is left out. */
export function clipStart(text: string, columns: number): string {
  return displayWidth(text) <= columns ? text : `…${lastColumns(text, columns - 1)}`;
}
