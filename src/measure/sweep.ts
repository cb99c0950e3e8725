import type { Span } from '../core/span.js';
import { type MatchedWords, matchedWords, restOnSameWords } from './matched-words.js';
import { pairsOf, rowOffsets } from './triangle.js';

/** Stands for the hits of a coding that a coder laid or accepted: they overlap no other's. */
export const BY_HAND_START = 0x7fffffff;
export const BY_HAND_END = -1;

/**
 * Codings of one source as columns of numbers, sorted by start. `wordsStart` and `wordsEnd` are the first start and the
 * last end of a coding's hits; for a coding by hand they are BY_HAND_START and BY_HAND_END.
 */
export interface CodingColumns {
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly code: Int32Array;
  readonly wordsStart: Int32Array;
  readonly wordsEnd: Int32Array;
  /** The hits themselves, read only where the columns leave it open whether two codes share words. */
  readonly hitsOf: (coding: number) => readonly Span[];
}

/** Units in text order, not overlapping; `caseSlot` says to which of the `cases` of the counts each belongs. */
export interface UnitColumns {
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly caseSlot: Int32Array;
}

/** Triangles over pairs of codes (`pairIndex`); the diagonal holds the units with the code. */
export interface PairTriangles {
  readonly both: Uint32Array;
  readonly sameWords: Uint32Array;
  readonly cases: Uint32Array;
}

export function newTriangles(n: number): PairTriangles {
  const triangle = (): Uint32Array => new Uint32Array(pairsOf(n));
  return { both: triangle(), sameWords: triangle(), cases: triangle() };
}

/** What a sweep writes on; one serves all sources of a pass. By code, where nothing else is said. */
export interface Scratch {
  readonly offsets: Int32Array;
  readonly stamp: Int32Array;
  readonly present: Int32Array;
  readonly wordsStart: Int32Array;
  readonly wordsEnd: Int32Array;
  /** The code's coding in this unit that was met last; `chain` leads from each to the one before. */
  readonly last: Int32Array;
  /** The code's matched words in the unit that `wordsUnit` says. */
  readonly words: (MatchedWords | undefined)[];
  readonly wordsUnit: Int32Array;
  /** By coding. */
  chain: Int32Array;
  /** Codings that reach beyond their unit. */
  carried: Int32Array;
  unit: number;
}

export function newScratch(n: number): Scratch {
  const column = (): Int32Array => new Int32Array(n);
  return {
    offsets: rowOffsets(n),
    stamp: column(),
    present: column(),
    wordsStart: column(),
    wordsEnd: column(),
    last: column(),
    words: new Array<undefined>(n).fill(undefined),
    wordsUnit: column(),
    chain: new Int32Array(1024),
    carried: new Int32Array(64),
    unit: 0,
  };
}

/**
 * Counts, for every pair of codes, the units that both overlap. One pass over units and codings together; a unit's
 * codes are gathered with a stamp, so that each counts once.
 *
 * @param caseSets for each case slot, one bit a pair: whether the case has been counted for it
 */
export function sweep(
  units: UnitColumns,
  codings: CodingColumns,
  caseSets: readonly Uint32Array[],
  triangles: PairTriangles,
  scratch: Scratch,
): void {
  const { count, start, end } = codings;
  if (scratch.chain.length < count) scratch.chain = new Int32Array(2 * count);
  let next = 0;
  let waiting = 0;
  for (let u = 0; u < units.count; u++) {
    const from = units.start[u]!;
    const to = units.end[u]!;
    scratch.unit++;
    let found = 0;
    let kept = 0;
    for (let w = 0; w < waiting; w++) {
      const i = scratch.carried[w]!;
      if (end[i]! > from) found = gather(i, found, codings, scratch);
      if (end[i]! > to) scratch.carried[kept++] = i;
    }
    for (; next < count && start[next]! < to; next++) {
      if (end[next]! > from) found = gather(next, found, codings, scratch);
      if (end[next]! > to) kept = carry(scratch, kept, next);
    }
    waiting = kept;
    if (found > 0) countPairs(found, codings, caseSets[units.caseSlot[u]!]!, triangles, scratch);
  }
}

/** Notes that coding `i` stands in the unit; returns how many different codes have been found there. */
function gather(i: number, found: number, { code, wordsStart, wordsEnd }: CodingColumns, scratch: Scratch): number {
  const c = code[i]!;
  const first = wordsStart[i]!;
  const end = wordsEnd[i]!;
  if (scratch.stamp[c] !== scratch.unit) {
    scratch.stamp[c] = scratch.unit;
    scratch.present[found] = c;
    scratch.wordsStart[c] = first;
    scratch.wordsEnd[c] = end;
    scratch.last[c] = i;
    scratch.chain[i] = -1;
    return found + 1;
  }
  scratch.chain[i] = scratch.last[c]!;
  scratch.last[c] = i;
  if (scratch.wordsStart[c] === BY_HAND_START) return found;
  if (first === BY_HAND_START || first < scratch.wordsStart[c]!) scratch.wordsStart[c] = first;
  if (end === BY_HAND_END || end > scratch.wordsEnd[c]!) scratch.wordsEnd[c] = end;
  return found;
}

function carry(scratch: Scratch, kept: number, coding: number): number {
  if (kept === scratch.carried.length) {
    const longer = new Int32Array(2 * kept);
    longer.set(scratch.carried);
    scratch.carried = longer;
  }
  scratch.carried[kept] = coding;
  return kept + 1;
}

/** Counts one unit for all pairs of the codes present, each code with itself included. */
function countPairs(
  found: number,
  codings: CodingColumns,
  caseSet: Uint32Array,
  { both, sameWords, cases }: PairTriangles,
  scratch: Scratch,
): void {
  const { offsets, present, wordsStart, wordsEnd } = scratch;
  for (let i = 0; i < found; i++) {
    const a = present[i]!;
    const row = offsets[a]!;
    const start = wordsStart[a]!;
    const end = wordsEnd[a]!;
    for (let j = i; j < found; j++) {
      const b = present[j]!;
      const pair = a < b ? row + b : offsets[b]! + a;
      both[pair]!++;
      // Words that lie apart are not shared; only where they may be are the hits themselves compared.
      if (start < wordsEnd[b]! && wordsStart[b]! < end && a !== b) {
        if (restOnSameWords(wordsOf(a, codings, scratch), wordsOf(b, codings, scratch))) sameWords[pair]!++;
      }
      const bit = 1 << (pair & 31);
      const word = caseSet[pair >>> 5]!;
      if ((word & bit) === 0) {
        caseSet[pair >>> 5] = word | bit;
        cases[pair]!++;
      }
    }
  }
}

/** The matched words of a code in the unit, put together once. */
function wordsOf(code: number, codings: CodingColumns, scratch: Scratch): MatchedWords {
  const known = scratch.words[code];
  if (known !== undefined && scratch.wordsUnit[code] === scratch.unit) return known;
  const hits: Span[] = [];
  for (let i = scratch.last[code]!; i >= 0; i = scratch.chain[i]!) for (const hit of codings.hitsOf(i)) hits.push(hit);
  scratch.wordsUnit[code] = scratch.unit;
  return (scratch.words[code] = matchedWords(hits));
}
