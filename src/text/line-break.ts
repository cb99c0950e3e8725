import { searchable } from './search.js';

/*
 * Where lines end. Besides the line feed: vertical tab (Word's soft break), form feed, U+0085, U+2028 and U+2029. They stay in
 * the text as the white space they are; only labels are looked for behind them.
 */

const soft: readonly (number | Uint8Array)[] = [
  0x0b,
  0x0c,
  Uint8Array.of(0xc2, 0x85),
  Uint8Array.of(0xe2, 0x80, 0xa8),
  Uint8Array.of(0xe2, 0x80, 0xa9),
];

/** A function that tells the end of the line that begins at a byte; to be asked in ascending order. */
export function lineBreaks(text: Uint8Array): (start: number) => number {
  const buffer = searchable(text);
  const feedFrom = (start: number): number => {
    const feed = buffer.indexOf(0x0a, start);
    return feed < 0 ? text.length : feed;
  };
  const places: number[] = [];
  for (const mark of soft)
    for (let at = buffer.indexOf(mark); at >= 0; at = buffer.indexOf(mark, at + 1)) places.push(at);
  if (places.length === 0) return feedFrom;
  places.sort((a, b) => a - b);
  let next = 0;
  return (start) => {
    while (next < places.length && places[next]! < start) next++;
    return Math.min(feedFrom(start), places[next] ?? text.length);
  };
}

/** The size in bytes of the line break at byte `at`; 1 at the end of the text. */
export function breakSize(text: Uint8Array, at: number): number {
  return text[at] === 0xe2 ? 3 : text[at] === 0xc2 ? 2 : 1;
}
