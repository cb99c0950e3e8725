import { HAN, MARK, WORD, classOf } from '../text/character.js';

const HYPHEN = 0x2d;

/**
 * What keeps a text from being an id, in words; null when nothing does. An id is made of letters of any script, with
 * their marks, digits, `-` and `_`, and begins with a letter, digit or `_`.
 */
export function flawOfId(id: string): string | null {
  if (id === '') return 'it is empty';
  let first = true;
  for (const character of id) {
    const codePoint = character.codePointAt(0)!;
    const kind = classOf(codePoint);
    const inside = kind === MARK || codePoint === HYPHEN;
    if (kind !== WORD && kind !== HAN && !inside) return `it cannot hold ${nameOf(character)}`;
    if (first && inside) return `it cannot begin with ${nameOf(character)}`;
    first = false;
  }
  return null;
}

/** A character as messages show it: with its number where it would not show. */
export function nameOf(character: string): string {
  const codePoint = character.codePointAt(0)!;
  const number = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
  if (character === ' ') return 'a space';
  const plain = codePoint > 0x20 && codePoint < 0x7f;
  return plain ? character : classOf(codePoint) === HAN ? character : number;
}

/** An id made out of a text that cannot be one; empty where nothing is left. */
export function idLike(text: string): string {
  const made = Array.from(text.normalize('NFC'), (character) => {
    const kind = classOf(character.codePointAt(0)!);
    return kind === WORD || kind === HAN || kind === MARK ? character : '-';
  });
  return made.join('').replace(/-+/gu, '-').replace(/^-|-$/gu, '');
}
