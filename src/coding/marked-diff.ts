import { differences } from '../core/diff.js';
import { MARK, WORD, classOf } from '../text/character.js';

/** Code points of an unchanged stretch that are shown on either side of a change. */
const BESIDE = 24;

/**
 * How one text became another, on one line: `we [-trust-]{+trusted+} them`. Words of scripts with spaces are compared
 * whole, Han characters one by one. Line breaks show as ⏎; long unchanged stretches are shortened to … .
 */
export function markedDiff(before: string, after: string): string {
  const pieces = differences(tokensOf(before), tokensOf(after));
  return pieces
    .map(({ kind, items }, i) => {
      const text = oneLine(items.join(''));
      if (kind === 'old') return `[-${text}-]`;
      if (kind === 'new') return `{+${text}+}`;
      return shortened(text, i > 0, i < pieces.length - 1);
    })
    .join('');
}

/** Words, and all other characters one by one. */
function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  let isWord = false;
  for (const character of text) {
    const kind = classOf(character.codePointAt(0)!);
    const goesOn = kind === WORD || kind === MARK;
    if (goesOn && isWord) tokens[tokens.length - 1] += character;
    else tokens.push(character);
    isWord = goesOn;
  }
  return tokens;
}

export function oneLine(text: string): string {
  return text.replaceAll('\n', '⏎');
}

/** An unchanged stretch, as far as it stands beside changes. */
function shortened(text: string, isAfter: boolean, isBefore: boolean): string {
  const characters = [...text];
  const [head, tail] = [isAfter ? BESIDE : 0, isBefore ? BESIDE : 0];
  if (!isAfter && !isBefore) return characters.length > 3 * BESIDE ? clip(characters, 2 * BESIDE, BESIDE) : text;
  return characters.length > head + tail + 3 ? clip(characters, head, tail) : text;
}

function clip(characters: readonly string[], head: number, tail: number): string {
  return `${characters.slice(0, head).join('')}…${characters.slice(characters.length - tail).join('')}`;
}
