import { type Measured, undefinedAs } from '../measured.js';
import type { Coincidences } from './coincidences.js';
import { type Matrix, fullMatrix, valuedMatrix } from './matrix.js';

const NO_VARIATION = 'no variation';
/** Differences below this share of the text are rounding. */
const ROUNDING = 1e-12;

/**
 * uα: agreement on where units lie and which code they have, gaps as a category of their own (Krippendorff et al. 2016,
 * *Qual. Quant.* 50:2347): 1 − (o.. − Σ o_cc) / (o.. − Σ e_cc).
 *
 * @example
 * unitizingAlpha({ codes: ['a'], sums: [12, 2, 2, 4, 14, 20, 0, 8] }) // => { value: 0.5642857 }
 */
export function unitizingAlpha(coincidences: Coincidences): Measured {
  return offDiagonal(fullMatrix(coincidences));
}

/**
 * |uα: agreement on what is a unit and what a gap, whatever the code: 1 − (o_φ. − o_φφ) / (e_φ. − e_φφ) (Krippendorff et
 * al. 2016). Undefined where there are no gaps, or nothing but gaps. Of one code by itself it is uα.
 *
 * @example
 * segmentationAlpha({ codes: ['a'], sums: [12, 2, 2, 4, 14, 20, 0, 8] }) // => { value: 0.5642857 }
 */
export function segmentationAlpha(coincidences: Coincidences): Measured {
  const matrix = fullMatrix(coincidences);
  const observed = matrix.total(0) - matrix.observed(0, 0);
  const expected = rowOf(matrix, 0) - matrix.expected(0, 0);
  if (!(expected > ROUNDING * matrix.all)) return undefinedAs(NO_VARIATION);
  return { value: 1 - observed / expected };
}

/**
 * cuα: agreement on the codes where both coders have a unit, with the share of the text that this is (Krippendorff et al.
 * 2016). A unit enters chance by the square of the length that meets units of the others, on average over them. Undefined
 * where units never meet, or only one code does.
 *
 * @example
 * codingAlpha({ codes: ['a'], sums: [12, 2, 2, 4, 14, 20, 0, 8] }) // => { alpha: { value: null, reason: 'no variation' }, coverage: { value: 0.2 } }
 */
export function codingAlpha(coincidences: Coincidences): { readonly alpha: Measured; readonly coverage: Measured } {
  const valued = valuedMatrix(coincidences);
  const { all } = fullMatrix(coincidences);
  const coverage: Measured = all === 0 ? undefinedAs('the text is empty') : { value: valued.all / all };
  if (valued.all === 0) return { alpha: undefinedAs('no units of two coders meet'), coverage };
  return { alpha: offDiagonal(valued), coverage };
}

/** (k)uα of one code. */
export interface CodeAlpha {
  readonly code: string;
  readonly alpha: Measured;
  /** The share of the code's length that meets a unit of another coder. */
  readonly coverage: Measured;
}

/**
 * (k)uα: for each code, whether others have the same code where they have a unit: 1 − (e*.k / o*.k) (o*.k − o*kk) /
 * (e*.k − e*kk) (Krippendorff et al. 2016). Undefined for a code that never meets a unit of another coder, and where only
 * one code does. Nothing at all where no units meet.
 *
 * @example
 * codeAlphas({ codes: ['a'], sums: [12, 2, 2, 4, 14, 20, 0, 8] }) // => [{ code: 'a', alpha: { value: null, reason: 'no variation' }, coverage: { value: 0.6666667 } }]
 */
export function codeAlphas(coincidences: Coincidences): CodeAlpha[] {
  const valued = valuedMatrix(coincidences);
  const full = fullMatrix(coincidences);
  if (valued.all === 0) return [];
  return coincidences.codes.map((code, k) => {
    const met = valued.total(k);
    const length = full.total(k + 1);
    const coverage: Measured = length === 0 ? undefinedAs('nobody used the code') : { value: met / length };
    if (met === 0) return { code, alpha: undefinedAs('no unit of another coder meets it'), coverage };
    const chance = rowOf(valued, k);
    const apart = chance - valued.expected(k, k);
    if (!(apart > ROUNDING * valued.all)) return { code, alpha: undefinedAs(NO_VARIATION), coverage };
    return { code, alpha: { value: 1 - ((chance / met) * (met - valued.observed(k, k))) / apart }, coverage };
  });
}

function offDiagonal(matrix: Matrix): Measured {
  let observed = matrix.all;
  let expected = matrix.all;
  for (let c = 0; c < matrix.size; c++) {
    observed -= matrix.observed(c, c);
    expected -= matrix.expected(c, c);
  }
  if (!(expected > ROUNDING * matrix.all)) return undefinedAs(NO_VARIATION);
  return { value: 1 - observed / expected };
}

function rowOf(matrix: Matrix, c: number): number {
  let sum = 0;
  for (let k = 0; k < matrix.size; k++) sum += matrix.expected(c, k);
  return sum;
}
