import { wideRuns, zeroRuns } from './width-ranges.js';

interface Ranges {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

function unpack(packed: string): Ranges {
  const runs = packed.split(' ');
  const starts = new Int32Array(runs.length);
  const ends = new Int32Array(runs.length);
  let last = 0;
  runs.forEach((run, i) => {
    const [gap, more = '0'] = run.split(',');
    starts[i] = last + parseInt(gap!, 36);
    last = ends[i] = starts[i]! + parseInt(more, 36);
  });
  return { starts, ends };
}

function holds({ starts, ends }: Ranges, codePoint: number): boolean {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ends[middle]! < codePoint) low = middle + 1;
    else high = middle;
  }
  return low < starts.length && starts[low]! <= codePoint;
}

let wide: Ranges | undefined;
let zero: Ranges | undefined;

/** The first code point that is not one column wide, control characters left aside. */
const FIRST_COMBINING = 0x300;

/**
 * How many columns a code point takes on a terminal: 2 when East Asian Wide or Fullwidth, 0 when it combines with the
 * one before or does not show, else 1. Characters of ambiguous width count as 1. After Markus Kuhn's `wcwidth`.
 */
export function widthOf(codePoint: number): 0 | 1 | 2 {
  if (codePoint < FIRST_COMBINING) return 1;
  // Marks first: the voicing marks of kana are wide and combine all the same.
  zero ??= unpack(zeroRuns);
  if (holds(zero, codePoint)) return 0;
  wide ??= unpack(wideRuns);
  return holds(wide, codePoint) ? 2 : 1;
}

/** How many columns a text of one line takes on a terminal. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += widthOf(character.codePointAt(0)!);
  return width;
}
