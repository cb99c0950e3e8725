import { type MatchedWords, matchedWords, restOnSameWords } from './matched-words.js';
import type { CodingColumns, PairTriangles, Scratch } from './sweep.js';

/**
 * Counts, for every pair of codes, the pairs of segments that share a position; the diagonal holds a code's segments.
 *
 * @param caseSlots the case of each coding; a pair belongs to the case of its later segment
 */
export function sweepOverlaps(
  codings: CodingColumns,
  caseSlots: Int32Array,
  caseSets: readonly Uint32Array[],
  { both, sameWords, cases }: PairTriangles,
  { offsets }: Scratch,
): void {
  const { start, end, code, wordsStart, wordsEnd, hitsOf } = codings;
  const words: (MatchedWords | undefined)[] = new Array(codings.count);
  const wordsOf = (i: number): MatchedWords => (words[i] ??= matchedWords(hitsOf(i)));
  const count = (i: number, j: number, caseSet: Uint32Array): void => {
    const pair = offsets[Math.min(code[i]!, code[j]!)]! + Math.max(code[i]!, code[j]!);
    both[pair]!++;
    if (i !== j && wordsStart[i]! < wordsEnd[j]! && wordsStart[j]! < wordsEnd[i]!) {
      if (restOnSameWords(wordsOf(i), wordsOf(j))) sameWords[pair]!++;
    }
    const bit = 1 << (pair & 31);
    if ((caseSet[pair >>> 5]! & bit) !== 0) return;
    caseSet[pair >>> 5]! |= bit;
    cases[pair]!++;
  };
  let open: number[] = [];
  for (let i = 0; i < codings.count; i++) {
    const caseSet = caseSets[caseSlots[i]!]!;
    open = open.filter((earlier) => end[earlier]! > start[i]!);
    for (const earlier of open) if (code[earlier] !== code[i]) count(earlier, i, caseSet);
    count(i, i, caseSet);
    open.push(i);
  }
}
