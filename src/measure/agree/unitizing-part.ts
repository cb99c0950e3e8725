import { type Measured, undefinedAs } from '../measured.js';
import { codeAlphas, codingAlpha, segmentationAlpha, unitizingAlpha } from '../unitizing/alpha.js';
import { type Coincidences, coincidencesOf, sizeOfCoincidences } from '../unitizing/coincidences.js';
import type { Compared, ComparedText } from './compared.js';
import { continuumOf, joinedByCode } from './continuum-of.js';
import { type Figure, NO_PART, type Part, type Result, joinParts } from './part.js';

/** Of one code: its coincidences, then the length of the text. */
const OF_CODE = sizeOfCoincidences(1);
const OVERLAPPING = 'a coder’s segments of several codes overlap: see |uα of each code';

/**
 * The unitizing coefficients over the speech that all coders saw. Codes that a coder laid over each other stand in no single
 * line of units: then there is only |uα of each code, which reads where the code is and where it is not.
 */
export function unitizingPart(compared: Compared): Part {
  const { sources } = compared;
  if (sources.some(({ text }) => text === null)) return NO_PART;
  return joinParts([wholePart(compared), eachPart(compared)]);
}

function wholePart({ coders, codes, sources }: Compared): Part {
  const all = coders.map((_, coder) => coder);
  const continua = sources.map(({ text }) => continuumOf(text!, all));
  const measured = continua.map((continuum) => coincidencesOf(joinedByCode(continuum), codes));
  const isLine = measured.every(({ value }) => value !== null);
  const sums = continua.map(({ length }, i) => {
    const one = new Float64Array(1 + (isLine ? sizeOfCoincidences(codes.length) : 0));
    one[0] = length;
    if (isLine) one.set(measured[i]!.value!.sums, 1);
    return one;
  });
  const from = (whole: Float64Array): Coincidences => ({ codes, sums: whole.subarray(1) });
  const figure = (
    id: string,
    name: string,
    formula: string,
    measure: (of: Coincidences) => Measured,
    code?: string,
  ): Figure => ({
    id,
    name,
    formula,
    range: 'corrected',
    counted: 'characters',
    count: (whole) => whole[0]!,
    measure: (whole): Result => {
      if (whole[0] === 0) return undefinedAs('no speech was seen by all coders');
      return isLine ? measure(from(whole)) : undefinedAs(OVERLAPPING);
    },
    ...(code !== undefined && { code }),
  });
  const ofCode =
    (code: string) =>
    (of: Coincidences): Measured =>
      codeAlphas(of).find((alpha) => alpha.code === code)?.alpha ?? undefinedAs('no units of two coders meet');
  return {
    sums,
    figures: [
      figure('u-alpha', 'uα', '1 − (o.. − Σ o_cc) / (o.. − Σ e_cc), gaps a category', unitizingAlpha),
      figure('u-alpha-segments', '|uα', '1 − (o_φ. − o_φφ) / (e_φ. − e_φφ): what is coded at all', segmentationAlpha),
      figure('u-alpha-codes', 'cuα', 'uα over what both coded: which code', (of) => codingAlpha(of).alpha),
      ...codes.map((code) =>
        figure('u-alpha-code', '(k)uα', 'whether others have the code where they have one', ofCode(code), code),
      ),
    ],
  };
}

/** |uα of each code by itself. */
function eachPart({ coders, codes, sources }: Compared): Part {
  const all = coders.map((_, coder) => coder);
  const size = OF_CODE + 1;
  const sums = sources.map(({ text }) => {
    const whole = new Float64Array(codes.length * size);
    codes.forEach((code, i) => whole.set(sumsOfCode(text!, all, code), i * size));
    return whole;
  });
  const figures = codes.map((code, i): Figure => ({
    id: 'u-alpha-segments',
    name: '|uα',
    formula: '1 − (o_φ. − o_φφ) / (e_φ. − e_φφ)',
    range: 'corrected',
    counted: 'characters',
    code,
    count: (whole) => whole[i * size + OF_CODE]!,
    measure: (whole): Result => {
      const own = whole.subarray(i * size, (i + 1) * size);
      if (own[OF_CODE] === 0) return undefinedAs('no speech was seen by all coders');
      return segmentationAlpha({ codes: [code], sums: own.subarray(0, OF_CODE) });
    },
  }));
  return { sums, figures };
}

function sumsOfCode(text: ComparedText, coders: readonly number[], code: string): number[] {
  const continuum = continuumOf(text, coders, code);
  const { value } = coincidencesOf(continuum, [code]);
  return value === null ? Array<number>(OF_CODE + 1).fill(0) : [...value.sums, continuum.length];
}
