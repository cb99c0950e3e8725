/*
 * How alike two stretches are: edits (a code point inserted, left out, or exchanged), after V. I. Levenshtein, "Binary
 * codes capable of correcting deletions, insertions, and reversals" (1966).
 */
import { ENDS, GRAM } from './thresholds.js';

/** By code point: at which positions it stands, a bit for each; all 0 between two calls. */
const positions = new Int32Array(0x110000);

/**
 * The fewest edits between all of `stored` and a beginning of `found`, however long that beginning is. A column of the
 * table of edits is a word (G. Myers, "A fast bit-vector algorithm for approximate string matching based on dynamic
 * programming", Journal of the ACM 46 (1999), 395–415; as H. Hyyrö, 2003, writes it): takes time in proportion to
 * `found`.
 *
 * @param stored code points, at most 32
 * @param found code points
 * @param most if it takes more edits than this, the result is a number above it
 */
export function editsFromStart(stored: readonly number[], found: readonly number[], most: number): number {
  const { length } = stored;
  if (length === 0) return 0;
  for (let i = 0; i < length; i++) positions[stored[i]!]! |= 1 << i;
  const last = 1 << (length - 1);
  // Where an entry is one more, or one less, than the one above it.
  let more = -1;
  let less = 0;
  let edits = length;
  let least = length;
  const end = Math.min(found.length, length + most);
  // Each code point of `found` takes away one edit at most.
  for (let j = 0; j < end && edits - (end - j) <= most; j++) {
    const same = positions[found[j]!]!;
    const kept = (((same & more) + more) ^ more) | same | less;
    const grown = less | ~(kept | more);
    const shrunk = kept & more;
    if ((grown & last) !== 0) edits++;
    else if ((shrunk & last) !== 0 && --edits < least) least = edits;
    const carried = (grown << 1) | 1;
    more = (shrunk << 1) | ~(kept | carried);
    less = carried & kept;
  }
  for (let i = 0; i < length; i++) positions[stored[i]!] = 0;
  return least;
}

/** A stretch of a window that is like a quotation: positions in code points of the window, and the edits between them. */
export interface Alike {
  readonly start: number;
  readonly end: number;
  readonly edits: number;
}

/**
 * The stretch of `window` with the fewest edits to all of `quotation`; of several, the one that ends first. After P. H.
 * Sellers, "The theory and computation of evolutionary distances: pattern recognition", Journal of Algorithms 1 (1980),
 * 359–373. Takes time in proportion to the product of their lengths.
 */
function aligned(quotation: readonly number[], window: readonly number[]): Alike {
  const width = window.length + 1;
  let edits = new Int32Array(width);
  let starts = Int32Array.from({ length: width }, (_, j) => j);
  let nextEdits = new Int32Array(width);
  let nextStarts = new Int32Array(width);
  for (let i = 1; i <= quotation.length; i++) {
    nextEdits[0] = i;
    nextStarts[0] = 0;
    const wanted = quotation[i - 1]!;
    for (let j = 1; j < width; j++) {
      let least = edits[j - 1]! + (window[j - 1] === wanted ? 0 : 1);
      let start = starts[j - 1]!;
      if (edits[j]! + 1 < least) {
        least = edits[j]! + 1;
        start = starts[j]!;
      }
      if (nextEdits[j - 1]! + 1 < least) {
        least = nextEdits[j - 1]! + 1;
        start = nextStarts[j - 1]!;
      }
      nextEdits[j] = least;
      nextStarts[j] = start;
    }
    [edits, nextEdits] = [nextEdits, edits];
    [starts, nextStarts] = [nextStarts, starts];
  }
  let end = 0;
  for (let j = 1; j < width; j++) if (edits[j]! < edits[end]!) end = j;
  return { start: starts[end]!, end, edits: edits[end]! };
}

/**
 * As `aligned`; of a quotation longer than 320 code points only both ends are aligned, and the edits are estimated
 * from the grams of four code points that one has and the other lacks: an edit destroys four of them (E. Ukkonen,
 * "Approximate string-matching with q-grams and maximal matches", Theoretical Computer Science 92 (1992), 191–211).
 */
export function mostAlike(quotation: readonly number[], window: readonly number[]): Alike {
  if (quotation.length <= 2 * ENDS) return aligned(quotation, window);
  const slack = window.length - quotation.length;
  const { start } = aligned(quotation.slice(0, ENDS), window.slice(0, ENDS + slack));
  const from = Math.max(0, window.length - ENDS - slack);
  const end = from + aligned(quotation.slice(-ENDS), window.slice(from)).end;
  const found = window.slice(start, Math.max(start, end));
  return { start, end: start + found.length, edits: Math.min(quotation.length, editsByGrams(quotation, found)) };
}

function editsByGrams(a: readonly number[], b: readonly number[]): number {
  const counts = new Map<number, number>();
  const count = (points: readonly number[], by: number): void => {
    for (let i = 0; i + GRAM <= points.length; i++) {
      let gram = 0x811c9dc5;
      for (let k = i; k < i + GRAM; k++) gram = Math.imul(gram ^ points[k]!, 0x01000193);
      counts.set(gram, (counts.get(gram) ?? 0) + by);
    }
  };
  count(a, 1);
  count(b, -1);
  let missing = 0;
  for (const n of counts.values()) missing += Math.abs(n);
  return Math.ceil(missing / (2 * GRAM));
}
