import type { LaidCoding } from '../coding/laid.js';
import type { CodedSource } from './coded-source.js';
import { BY_HAND_END, BY_HAND_START, type CodingColumns } from './sweep.js';
import { turnFinder } from './turns.js';

/**
 * The codings that pass the filters, as columns of numbers for a sweep.
 *
 * @param codings sorted by `byPlace`
 * @param reuse columns of an earlier source, overwritten where they are long enough
 */
export function codingColumns(
  source: CodedSource,
  codings: readonly LaidCoding[],
  reuse?: CodingColumns,
): CodingColumns {
  const columns = reuse !== undefined && reuse.start.length >= codings.length ? reuse : newColumns(codings.length);
  const { start, end, code, wordsStart, wordsEnd } = columns;
  const find = turnFinder(source);
  const passing: LaidCoding[] = [];
  for (const coding of codings) {
    if (find(coding) === null) continue;
    const at = passing.push(coding) - 1;
    start[at] = coding.start;
    end[at] = coding.end;
    code[at] = coding.code;
    wordsStart[at] = BY_HAND_START;
    wordsEnd[at] = BY_HAND_END;
    if (isByHand(coding)) continue;
    for (const hit of coding.hits) {
      if (hit.start < wordsStart[at]!) wordsStart[at] = hit.start;
      if (hit.end > wordsEnd[at]!) wordsEnd[at] = hit.end;
    }
  }
  return { start, end, code, wordsStart, wordsEnd, count: passing.length, hitsOf: (at) => passing[at]!.hits };
}

/** Whether a coder laid or accepted a coding: then it rests on more than words. */
export function isByHand({ hits, coders }: LaidCoding): boolean {
  return coders.length > 0 || hits.length === 0;
}

function newColumns(length: number): CodingColumns {
  const column = (): Int32Array => new Int32Array(Math.max(1024, 2 * length));
  const [start, end, code, wordsStart, wordsEnd] = [column(), column(), column(), column(), column()];
  return { count: 0, start, end, code, wordsStart, wordsEnd, hitsOf: () => [] };
}
