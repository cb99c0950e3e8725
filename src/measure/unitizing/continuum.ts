import type { CodedSpan } from '../agreement/span-f1.js';
import { type Measured, undefinedAs } from '../measured.js';

/** A text as a line of positions, with the units that coders laid on it. What no unit of a coder covers is a gap. */
export interface Continuum {
  /** How many positions there are (code points). */
  readonly length: number;
  /** For each coder the units, half-open; in any order. */
  readonly coders: readonly (readonly CodedSpan[])[];
}

/**
 * One continuum of several, laid end to end in the order given. A gap that runs over a border counts as before, since gaps
 * enter by their length alone.
 *
 * @example
 * concatenated([{ length: 10, coders: [[{ start: 2, end: 4, code: 'a' }]] }, { length: 5, coders: [[{ start: 0, end: 5, code: 'b' }]] }]) // => { length: 15, coders: [[{ start: 2, end: 4, code: 'a' }, { start: 10, end: 15, code: 'b' }]] }
 */
export function concatenated(continua: readonly Continuum[]): Continuum {
  const coders: CodedSpan[][] = [];
  let before = 0;
  for (const { length, coders: units } of continua) {
    units.forEach((own, coder) => {
      const moved = own.map(({ start, end, code }) => ({ start: start + before, end: end + before, code }));
      coders[coder] = [...(coders[coder] ?? []), ...moved];
    });
    before += length;
  }
  return { length: before, coders };
}

/**
 * The units of each coder in text order, or why there can be no unitizing α of them: overlapping units of one coder stand
 * in no single stretch.
 *
 * @example
 * inOrder({ length: 9, coders: [[{ start: 0, end: 5, code: 'a' }, { start: 4, end: 6, code: 'b' }], []] }) // => { value: null, reason: 'units of one coder overlap: compute each code by itself' }
 */
export function inOrder({ length, coders }: Continuum): Measured<readonly (readonly CodedSpan[])[]> {
  if (coders.length < 2) return undefinedAs('fewer than two coders');
  const sorted = coders.map((units) => [...units].sort((a, b) => a.start - b.start || a.end - b.end));
  for (const units of sorted) {
    let covered = 0;
    for (const { start, end } of units) {
      if (start < 0 || end > length || start >= end) return undefinedAs('a unit is empty or beyond the text');
      if (start < covered) return undefinedAs('units of one coder overlap: compute each code by itself');
      covered = end;
    }
  }
  return { value: sorted };
}

/**
 * The continuum of one code alone, for codes that a coder may lay over each other.
 *
 * @example
 * ofCode({ length: 9, coders: [[{ start: 0, end: 5, code: 'a' }, { start: 4, end: 6, code: 'b' }], []] }, 'b') // => { length: 9, coders: [[{ start: 4, end: 6, code: 'b' }], []] }
 */
export function ofCode({ length, coders }: Continuum, code: string): Continuum {
  return { length, coders: coders.map((units) => units.filter((unit) => unit.code === code)) };
}
