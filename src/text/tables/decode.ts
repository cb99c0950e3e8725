/*
 * Reads the compact forms that scripts/tables/pack.mjs writes. They are walked by character code: splitting them into
 * strings would cost more at start-up than all the rest.
 */

export interface Pairs {
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

const DIGIT_ZERO = 48;
const LETTER_A = 97;
const COMMA = 44;
const MINUS = 45;

/** The value of a base-36 digit, or -1 for any other character. */
function digit(code: number): number {
  if (code >= LETTER_A) return code - LETTER_A + 10;
  return code >= DIGIT_ZERO && code < DIGIT_ZERO + 10 ? code - DIGIT_ZERO : -1;
}

/** How many code points there are. */
export const CODE_POINTS = 0x110000;

/**
 * Reads runs such as `Oz2W1a` that cover the code points from U+0000 on: a capital of `letters`, whose position there
 * is the class, and a length in base 36 (1 when absent). Runs of class 0 are not visited.
 */
export function eachRun(runs: string, letters: string, visit: (value: number, start: number, end: number) => void): void {
  let at = 0;
  for (let i = 0; i < runs.length; ) {
    const value = letters.indexOf(runs[i]!);
    let length = 0;
    for (i++; i < runs.length; i++) {
      const d = digit(runs.charCodeAt(i));
      if (d < 0) break;
      length = length * 36 + d;
    }
    const end = at + (length || 1);
    if (value > 0) visit(value, at, end);
    at = end;
  }
}

/** A table of classes by code point. Runs of class 0 leave their memory untouched. */
export function decodeRuns(runs: string, letters: string): Uint8Array {
  const table = new Uint8Array(CODE_POINTS);
  eachRun(runs, letters, (value, start, end) => table.fill(value, start, end));
  return table;
}

/** Pairs from runs `step,shift,count` joined by spaces, numbers in base 36, the count 1 when absent. */
export function decodePairs(runs: string): Pairs {
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  let i = 0;
  const number = (): number => {
    const negative = runs.charCodeAt(i) === MINUS;
    if (negative) i++;
    let value = 0;
    for (let d = digit(runs.charCodeAt(i)); d >= 0; d = digit(runs.charCodeAt(++i))) value = value * 36 + d;
    i++; // the comma or space
    return negative ? -value : value;
  };
  while (i < runs.length) {
    const step = number();
    const shift = number();
    let count = runs.charCodeAt(i - 1) === COMMA ? number() : 1;
    for (; count > 0; count--) {
      at += step;
      from.push(at);
      to.push(at + shift);
    }
  }
  return { from: Uint32Array.from(from), to: Uint32Array.from(to) };
}

/** Pairs from the characters themselves, `from` and `to` in turn. */
export function decodeSpelled(characters: string): Pairs {
  const from = new Uint32Array(characters.length >> 1);
  const to = new Uint32Array(characters.length >> 1);
  let pairs = 0;
  for (let i = 0; i < characters.length; pairs++) {
    from[pairs] = characters.codePointAt(i)!;
    i += from[pairs]! > 0xffff ? 2 : 1;
    to[pairs] = characters.codePointAt(i)!;
    i += to[pairs]! > 0xffff ? 2 : 1;
  }
  return { from: from.subarray(0, pairs), to: to.subarray(0, pairs) };
}
