import { alphaOf } from '../agreement/alpha.js';
import type { Agreement, Disagreement } from '../agreement/coefficient.js';

/** A figure from sums over sources, or null with the reason; with the agreement it rests on where there is such. */
export type Result =
  | {
      readonly value: number;
      readonly observed?: number;
      readonly expected?: number;
      /** Of an α what it is made of: 1 − Do / De. */
      readonly disagreement?: Disagreement;
    }
  | { readonly value: null; readonly reason: string; readonly observed?: number | null };

/**
 * A coefficient as a figure. Every α is shown with the agreement 1 − Do and 1 − De that it rests on, whatever its ratings.
 */
export function restingOn(found: Agreement): Result {
  return found.value !== null && found.disagreement ? alphaOf(found.disagreement) : found;
}

/** What a figure counts: units; codes on units; code points of speech; segments. */
export type Counted = 'units' | 'applications' | 'characters' | 'segments';

/** One figure of agreement. */
export interface Figure {
  /** As the command line names it; of one code, with the code. */
  readonly id: string;
  readonly name: string;
  readonly formula: string;
  /** A share from 0 to 1; corrected for chance, up to 1; or how far figures of pairs lie apart, which is no agreement. */
  readonly range: 'share' | 'corrected' | 'spread';
  readonly counted: Counted;
  readonly count: (sums: Float64Array) => number;
  /** Of how many pairs of coders it is a mean; absent: it is no mean of pairs. */
  readonly pairs?: number;
  readonly measure: (sums: Float64Array) => Result;
  /** The code that it is of; absent: it is of all. */
  readonly code?: string;
}

/** Figures with the sums that they are computed from: one array a source, of one length. Sums of sources add up. */
export interface Part {
  readonly sums: readonly Float64Array[];
  readonly figures: readonly Figure[];
}

/** A part without figures. */
export const NO_PART: Part = { sums: [], figures: [] };

/**
 * Several parts as one: their sums end to end, each figure reading its own.
 */
export function joinParts(parts: readonly Part[]): Part {
  const present = parts.filter(({ sums }) => sums.length > 0);
  const sources = present[0]?.sums.length ?? 0;
  const sums = Array.from({ length: sources }, (_, source) => {
    const all = present.map((part) => part.sums[source]!);
    const whole = new Float64Array(all.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const one of all) {
      whole.set(one, at);
      at += one.length;
    }
    return whole;
  });
  let from = 0;
  const figures = present.flatMap((part) => {
    const start = from;
    const end = (from += part.sums[0]!.length);
    return part.figures.map((figure) => ({
      ...figure,
      count: (whole: Float64Array) => figure.count(whole.subarray(start, end)),
      measure: (whole: Float64Array) => figure.measure(whole.subarray(start, end)),
    }));
  });
  return { sums, figures };
}
