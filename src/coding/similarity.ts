/*
 * How alike two stretches are: edits (a code point inserted, left out, or exchanged), after V. I. Levenshtein, "Binary
 * codes capable of correcting deletions, insertions, and reversals" (1966).
 */

/**
 * The fewest edits between all of `stored` and a beginning of `found`, however long that beginning is.
 *
 * @param stored code points, at most some dozens
 * @param found code points
 */
export function editsFromStart(stored: readonly number[], found: readonly number[]): number {
  const width = found.length + 1;
  let row = Int32Array.from({ length: width }, (_, j) => j);
  let next = new Int32Array(width);
  for (let i = 1; i <= stored.length; i++) {
    const wanted = stored[i - 1]!;
    next[0] = i;
    for (let j = 1; j < width; j++) {
      const exchanged = row[j - 1]! + (wanted === found[j - 1] ? 0 : 1);
      const other = Math.min(row[j]!, next[j - 1]!) + 1;
      next[j] = exchanged < other ? exchanged : other;
    }
    [row, next] = [next, row];
  }
  return row.reduce((least, edits) => Math.min(least, edits), stored.length);
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
export function mostAlike(quotation: readonly number[], window: readonly number[]): Alike {
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

/** The code points at either end of a long quotation that are aligned; what lies between is compared by its grams. */
const ENDS = 160;
/** Code points of a gram. */
const GRAM = 4;

/**
 * As `mostAlike`; of a quotation longer than 320 code points only both ends are aligned, and the edits are estimated
 * from the grams of four code points that one has and the other lacks: an edit destroys four of them (E. Ukkonen,
 * "Approximate string-matching with q-grams and maximal matches", Theoretical Computer Science 92 (1992), 191–211).
 */
export function alike(quotation: readonly number[], window: readonly number[]): Alike {
  if (quotation.length <= 2 * ENDS) return mostAlike(quotation, window);
  const slack = window.length - quotation.length;
  const { start } = mostAlike(quotation.slice(0, ENDS), window.slice(0, ENDS + slack));
  const from = Math.max(0, window.length - ENDS - slack);
  const end = from + mostAlike(quotation.slice(-ENDS), window.slice(from)).end;
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
