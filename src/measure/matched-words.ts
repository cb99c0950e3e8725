import type { Span } from '../core/span.js';

/** The matched words that make a code present: its hits by start, and their union as disjoint stretches. */
export interface MatchedWords {
  readonly start: readonly number[];
  readonly end: readonly number[];
  readonly unionStart: readonly number[];
  readonly unionEnd: readonly number[];
}

export function matchedWords(hits: readonly Span[]): MatchedWords {
  let ascending = true;
  for (let i = 1; i < hits.length; i++) if (hits[i - 1]!.start > hits[i]!.start) ascending = false;
  const sorted = ascending ? hits : [...hits].sort((a, b) => a.start - b.start);
  const unionStart: number[] = [];
  const unionEnd: number[] = [];
  for (const { start, end } of sorted) {
    const last = unionEnd.length - 1;
    if (last >= 0 && start <= unionEnd[last]!) unionEnd[last] = Math.max(unionEnd[last]!, end);
    else {
      unionStart.push(start);
      unionEnd.push(end);
    }
  }
  return { start: sorted.map(({ start }) => start), end: sorted.map(({ end }) => end), unionStart, unionEnd };
}

/** Whether some hit of `words` overlaps none of the `others`. */
export function hasOwnWords({ start, end }: MatchedWords, { unionStart, unionEnd }: MatchedWords): boolean {
  let j = 0;
  for (let i = 0; i < start.length; i++) {
    while (j < unionEnd.length && unionEnd[j]! <= start[i]!) j++;
    if (j === unionEnd.length || unionStart[j]! >= end[i]!) return true;
  }
  return false;
}

/**
 * Whether two codes meet only by words that make both: without the words they share, one of them would be gone. So it
 * is when codes have a keyword in common, or one's keyword lies within the other's.
 */
export function restOnSameWords(a: MatchedWords, b: MatchedWords): boolean {
  return !(hasOwnWords(a, b) && hasOwnWords(b, a));
}
