import { type Bootstrap, bootstrap } from '../interval/bootstrap.js';
import type { TwoByTwo } from '../agreement/two-by-two.js';
import { type Measured, undefinedAs } from '../measured.js';
import { codePart, tableIn } from './code-part.js';
import type { Compared } from './compared.js';
import { indexed } from './indexed.js';
import { holstiPart } from './holsti-part.js';
import { nominalPart } from './nominal-part.js';
import { type Figure, type Part, type Result, joinParts } from './part.js';
import { setAlphaPart } from './set-alpha-part.js';
import { spanPart } from './span-part.js';
import { unitizingPart } from './unitizing-part.js';

/** A figure of agreement with its interval. */
export interface AgreementFigure extends Omit<Figure, 'count' | 'measure'> {
  readonly result: Result;
  /** How many of `counted` it rests on. */
  readonly count: number;
  /** Percentile interval over sources; null where none was asked for. */
  readonly interval: Measured<Bootstrap> | null;
}

/** How far coders agree. */
export interface AgreementOf {
  readonly compared: Compared;
  /** Figures over all codes. */
  readonly figures: readonly AgreementFigure[];
  /** Figures of one code, those of a code together, in the order of the codes. */
  readonly ofCodes: readonly AgreementFigure[];
  /** The 2×2 of a code (its place) and a pair of coders (its place in `pairsOf`). */
  readonly table: (code: number, pair: number) => TwoByTwo;
}

/** How intervals are drawn; null for none. */
export type Resampling = { readonly resamples: number; readonly seed: number } | null;

/** All measures of agreement over what is compared, from sums of each source; resamples draw sources and add their sums. */
export function agreementOf(compared: Compared, resampling: Resampling): AgreementOf {
  const units = indexed(compared);
  const codes = codePart(units);
  const { sums, figures } = joinParts([
    nominalPart(units),
    setAlphaPart(units),
    holstiPart(units),
    codes,
    unitizingPart(compared),
    spanPart(compared),
  ]);
  const ofCodes = totalOf(codes.sums);
  const intervals = resampling
    ? bootstrap(
        sums,
        figures.map(
          ({ measure }) =>
            (drawn) =>
              measure(drawn).value,
        ),
        resampling,
      )
    : null;
  const measured = measuredFrom({ sums, figures }, intervals);
  return {
    compared,
    figures: measured.filter(({ code }) => code === undefined),
    ofCodes: measured.filter(({ code }) => code !== undefined),
    table: (code, pair) => tableIn(ofCodes, code, pair, compared.coders.length),
  };
}

/** Of these measures those of one code, without intervals: the other parts are left out, which cost the most. */
export function figuresOfCodes(compared: Compared): AgreementFigure[] {
  const { sums, figures } = joinParts([codePart(indexed(compared)), unitizingPart(compared), spanPart(compared)]);
  return measuredFrom({ sums, figures: figures.filter(({ code }) => code !== undefined) }, null);
}

function measuredFrom({ sums, figures }: Part, intervals: readonly Measured<Bootstrap>[] | null): AgreementFigure[] {
  const whole = totalOf(sums);
  return figures.map(({ count, measure, ...figure }, i) => {
    const result = measure(whole);
    const interval = intervals && (result.value === null ? undefinedAs(result.reason) : intervals[i]!);
    return { ...figure, count: count(whole), result, interval };
  });
}

function totalOf(sums: readonly Float64Array[]): Float64Array {
  const whole = new Float64Array(sums[0]?.length ?? 0);
  for (const one of sums) for (let i = 0; i < whole.length; i++) whole[i]! += one[i]!;
  return whole;
}
