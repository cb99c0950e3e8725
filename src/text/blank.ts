import { BREAK, classTable, SPACE } from './character.js';
import { codePointAt, previous, sizeOf } from './utf8.js';

/** Whether the code point is white space, a line feed included. */
export function isBlank(codePoint: number): boolean {
  const characterClass = classTable[codePoint];
  return characterClass === SPACE || characterClass === BREAK;
}

/** The first byte from `start` on that is no white space, or `end`. */
export function trimStart(text: Uint8Array, start: number, end: number): number {
  let i = start;
  while (i < end && isBlank(codePointAt(text, i))) i += sizeOf(text[i]!);
  return i;
}

/** `end` less the white space before it, not less than `start`. */
export function trimEnd(text: Uint8Array, start: number, end: number): number {
  let i = end;
  while (i > start) {
    const before = previous(text, i);
    if (!isBlank(codePointAt(text, before))) return i;
    i = before;
  }
  return start;
}
