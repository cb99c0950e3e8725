import type { CodedSpan } from '../agreement/span-f1.js';
import type { Measured } from '../measured.js';
import { type Continuum, inOrder } from './continuum.js';

/**
 * What the unitizing coefficients are computed from (Krippendorff, Mathet, Bouvry & Widlöcher 2016). Category 0 is the gap,
 * then the codes. Every number is a sum over the text, so those of two texts add up to those of both.
 */
export interface Coincidences {
  readonly codes: readonly string[];
  /**
   * With k = codes + 1: k × k lengths o of stretches where one coder has the first category and another the second, over
   * coders less 1; k sums s of what a unit's length adds (squares; for gaps the length itself); k sums s* of the squares of
   * the length that meets a unit of another coder, on average over the others.
   */
  readonly sums: Float64Array;
}

/**
 * Measures all stretches in one sweep over the borders of units: linear in the units, but for sorting them.
 *
 * @param codes the codes to tell apart; those of the units when absent
 * @example
 * coincidencesOf({ length: 10, coders: [[{ start: 0, end: 4, code: 'a' }], [{ start: 2, end: 4, code: 'a' }]] }).value // => { codes: ['a'], sums: [12, 2, 2, 4, 14, 20, 0, 8] }
 */
export function coincidencesOf(continuum: Continuum, codes?: readonly string[]): Measured<Coincidences> {
  const ordered = inOrder(continuum);
  if (ordered.value === null) return ordered;
  const coders = ordered.value;
  const known = codes ?? [...new Set(coders.flat().map(({ code }) => code))].sort();
  const places = new Map(known.map((code, place) => [code, place + 1]));
  const k = known.length + 1;
  const sums = new Float64Array(sizeOfCoincidences(known.length));
  const squares = sums.subarray(k * k, k * k + k);
  const meeting = sums.subarray(k * k + k);
  const others = coders.length - 1;

  for (const units of coders) {
    let gaps = continuum.length;
    for (const { start, end, code } of units) {
      squares[places.get(code)!]! += (end - start) ** 2;
      gaps -= end - start;
    }
    squares[0]! += gaps;
  }

  const next = coders.map(() => 0);
  const met = coders.map(() => 0);
  const states = coders.map(() => 0);
  const borders = bordersOf(continuum.length, coders);
  for (let i = 0; i + 1 < borders.length; i++) {
    const from = borders[i]!;
    const length = borders[i + 1]! - from;
    coders.forEach((units, coder) => {
      const unit = units[next[coder]!];
      states[coder] = unit !== undefined && unit.start <= from ? places.get(unit.code)! : 0;
    });
    const valued = states.filter((state) => state > 0).length;
    states.forEach((state, coder) => {
      states.forEach((other, second) => {
        if (coder !== second) sums[state * k + other]! += length / others;
      });
      if (state > 0) met[coder]! += ((valued - 1) * length) / others;
      const unit = coders[coder]![next[coder]!];
      if (unit?.end !== from + length) return;
      meeting[state]! += met[coder]! ** 2;
      met[coder] = 0;
      next[coder]!++;
    });
  }
  return { value: { codes: known, sums } };
}

/**
 * How many sums there are for so many codes.
 *
 * @example
 * sizeOfCoincidences(1) // => 8
 */
export function sizeOfCoincidences(codes: number): number {
  const k = codes + 1;
  return k * k + 2 * k;
}

/** Every position at which a unit begins or ends, and both ends of the text. */
function bordersOf(length: number, coders: readonly (readonly CodedSpan[])[]): Float64Array {
  const all = new Set([0, length]);
  for (const units of coders) for (const { start, end } of units) all.add(start).add(end);
  return Float64Array.from(all).sort();
}
