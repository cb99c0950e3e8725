import { compositionRuns } from './tables/compositions.js';
import { decodeRuns } from './tables/decode.js';

/** Classes of characters under composition (NFC): stays as it is; may join with the one before it; changes alone. */
export const STEADY = 0;
export const JOINS = 1;
export const CHANGES = 2;

let table: Uint8Array | undefined;

/** The class under composition of every code point, by code point. Made at the first call. */
export function composingTable(): Uint8Array {
  table ??= decodeRuns(compositionRuns, 'OJA');
  return table;
}
