import type { Coincidences } from './coincidences.js';

/** Lengths of coincidence, as observed and as chance would make them, of some categories. */
export interface Matrix {
  readonly size: number;
  /** How long two coders' categories coincide: o_ck. */
  readonly observed: (c: number, k: number) => number;
  /** e_ck = o.. (o_c. o_.k − [c = k] s_c) / (o..² − Σ s). */
  readonly expected: (c: number, k: number) => number;
  /** o_.k, which is o_k. */
  readonly total: (k: number) => number;
  readonly all: number;
}

/**
 * The matrix of all categories, gaps (0) included.
 *
 * @example
 * fullMatrix({ codes: ['a'], sums: [12, 2, 2, 4, 14, 20, 0, 8] }).expected(0, 1) // => 4.590164
 */
export function fullMatrix({ codes, sums }: Coincidences): Matrix {
  const k = codes.length + 1;
  return matrixOf(
    k,
    (c, d) => sums[c * k + d]!,
    (c) => sums[k * k + c]!,
  );
}

/**
 * The matrix of where both coders have a unit; its category 0 is the first code.
 *
 * @example
 * valuedMatrix({ codes: ['a'], sums: [12, 2, 2, 4, 14, 20, 0, 8] }).all // => 4
 */
export function valuedMatrix({ codes, sums }: Coincidences): Matrix {
  const k = codes.length + 1;
  return matrixOf(
    codes.length,
    (c, d) => sums[(c + 1) * k + d + 1]!,
    (c) => sums[k * k + k + c + 1]!,
  );
}

function matrixOf(size: number, observed: Matrix['observed'], square: (c: number) => number): Matrix {
  const totals = Array.from({ length: size }, () => 0);
  let squares = 0;
  for (let c = 0; c < size; c++) {
    squares += square(c);
    for (let d = 0; d < size; d++) totals[c]! += observed(c, d);
  }
  const all = totals.reduce((sum, total) => sum + total, 0);
  const scale = all / (all * all - squares);
  const expected: Matrix['expected'] = (c, d) => scale * (totals[c]! * totals[d]! - (c === d ? square(c) : 0));
  return { size, observed, expected, total: (d) => totals[d]!, all };
}
