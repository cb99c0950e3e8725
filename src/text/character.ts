import { classRuns } from './tables/classes.js';
import { decodeRuns, eachRun } from './tables/decode.js';

/** Punctuation, symbols, whatever the other classes leave. */
export const OTHER = 0;
/** White space, the line feed excepted. */
export const SPACE = 1;
/** The line feed, the only line break of canonical text. */
export const BREAK = 2;
/** A letter, digit or underscore of a script that is written with spaces between words. */
export const WORD = 3;
/** An ideograph, kana, bopomofo, or a character of another script written without spaces (Thai, Lao, Khmer …). */
export const HAN = 4;
/** What does not show and parts nothing: soft hyphen, zero-width characters, variation selectors, bidi controls. */
export const IGNORABLE = 5;
/** A combining mark of a script with spaces: part of its word as a letter is. */
export const MARK = 6;

const LETTERS = 'OSBWHIM';

/** The class of every code point, by code point. */
export const classTable: Uint8Array = decodeRuns(classRuns, LETTERS);

/** Visits the stretches of code points of one class, OTHER excepted, in ascending order. */
export function eachClassRun(visit: (kind: number, start: number, end: number) => void): void {
  eachRun(classRuns, LETTERS, visit);
}

/** The class of a code point: one of the constants above. */
export function classOf(codePoint: number): number {
  return classTable[codePoint]!;
}
