import { idLike } from '../identifier.js';

/** The id of a code whose name leaves none. */
const NAMELESS = 'code';

/**
 * An id for a new code of a name: its words in small letters with `-` between them, and a number after it where that is
 * taken.
 *
 * @param taken ids that codes have or had
 */
export function identifierFor(name: string, taken: ReadonlySet<string>): string {
  const plain = idLike(name).toLowerCase().normalize('NFC') || NAMELESS;
  if (!taken.has(plain)) return plain;
  for (let number = 2; ; number++) {
    const numbered = `${plain}-${number}`;
    if (!taken.has(numbered)) return numbered;
  }
}
