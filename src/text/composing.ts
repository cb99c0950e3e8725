import { compositionRuns } from './tables/compositions.js';
import { decodeRuns, eachRun } from './tables/decode.js';

/** Classes of characters under composition (NFC): stays as it is; may join with the one before it; changes alone. */
export const STEADY = 0;
export const JOINS = 1;
export const CHANGES = 2;

const LETTERS = 'OJA';

let table: Uint8Array | undefined;

/** The class under composition of every code point, by code point. Made at the first call. */
export function composingTable(): Uint8Array {
  table ??= decodeRuns(compositionRuns, LETTERS);
  return table;
}

/** Visits the stretches of code points that composition may change, in ascending order. */
export function eachComposingRun(visit: (kind: number, start: number, end: number) => void): void {
  eachRun(compositionRuns, LETTERS, visit);
}
