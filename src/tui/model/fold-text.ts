import { fold } from '../../text/fold.js';

/**
 * A short text without differences of case, width and script of Han, one UTF-16 unit for each of its own, so that
 * positions stay.
 */
export function foldText(text: string): string {
  let folded = '';
  for (const character of text) {
    const letter = String.fromCodePoint(fold(character.codePointAt(0)!, { han: true }));
    folded += letter.length === character.length ? letter : character;
  }
  return folded;
}
