import { type Measured, undefinedAs } from '../measured.js';
import { NOT_RATED_BY_TWO, type NominalRatings } from './ratings.js';
import { standardErrorOf } from './standard-error.js';
import { type NominalSums, layoutOf } from './sums.js';

/** How far coders agree: a coefficient with the agreement it rests on, or why there is none. */
export type Agreement =
  | {
      readonly value: number;
      readonly observed: number;
      readonly expected: number;
      /** Of an α what it is made of. */
      readonly disagreement?: Disagreement;
    }
  | {
      readonly value: null;
      readonly reason: string;
      readonly observed: number | null;
      /** The place of the coder, or of the pair of coders, that it is wanting of. */
      readonly coder?: number;
      readonly pair?: number;
    };

/** Krippendorff's α is 1 − observed / expected. */
export interface Disagreement {
  readonly observed: number;
  readonly expected: number;
}

/** A coefficient of agreement over nominal ratings. One file each; `registry.ts` lists them. */
export interface Coefficient {
  /** As the command line names it. */
  readonly id: string;
  readonly name: string;
  /** The formula as printed beside the figures. */
  readonly formula: string;
  /** A share from 0 to 1, or corrected for chance: below 0 where coders agree less than by chance. */
  readonly range: 'share' | 'corrected';
  /** Of how many coders it says something of its own; of others it is undefined, or another coefficient says the same. */
  readonly coders: 'two' | 'several' | 'any';
  /** Whether the number of categories enters it, used or not. */
  readonly needsCategories?: true;
  /** Whether it is a mean over pairs of coders. */
  readonly isMeanOfPairs?: true;
  readonly measure: (sums: NominalSums) => Agreement;
  /** The standard error of the value over units taken as independent; Measured null where there is none. */
  readonly standardError: (ratings: NominalRatings) => Measured;
}

/** What agreement a coefficient expects by chance. */
export interface Chance {
  readonly expected: number;
  /**
   * What one rated unit adds to it, for the standard error.
   *
   * @param counts the unit's ratings by category
   * @param rated how many there are, 1 or more
   * @param row the unit's category by coder, -1 without
   */
  readonly ofUnit: (counts: Float64Array, rated: number, row: Int32Array) => number;
}

/** The chance of some ratings, or why there is none, and the place of the coder where it is for want of one's ratings. */
type ChanceOf = (
  sums: NominalSums,
) => Measured<Chance> | { readonly value: null; readonly reason: string; readonly coder: number };

/** What tells one coefficient of the form (observed − expected) / (1 − expected) from another. */
export interface ChanceCorrected
  extends
    Pick<Coefficient, 'id' | 'name' | 'formula' | 'needsCategories'>,
    Partial<Pick<Coefficient, 'range' | 'coders'>> {
  readonly chance: ChanceOf;
}

/** What is less apart differs by the rounding of sums alone. */
const ROUNDING = 1e-14;

/**
 * The coefficient (observed − expected) / (1 − expected). Observed is the mean, over units with two ratings or more, of
 * the share of their pairs of ratings that agree.
 *
 * @example
 * chanceCorrected({ id: 'half', name: '', formula: '', chance: () => ({ value: { expected: 0.5, ofUnit: () => 0.5 } }) }).measure(sumsOf(nominalRatings([['a', 'a'], ['a', 'a'], ['a', 'a'], ['a', 'b']]))) // => { value: 0.5, observed: 0.75, expected: 0.5 }
 */
export function chanceCorrected({ chance, ...rest }: ChanceCorrected): Coefficient {
  return {
    range: 'corrected',
    coders: 'any',
    ...rest,
    measure(sums) {
      const observed = observedAgreement(sums);
      if (observed.value === null) return { ...observed, observed: null };
      const by = chance(sums);
      if (by.value === null) return { ...by, observed: observed.value };
      return corrected(observed.value, by.value.expected);
    },
    standardError: (ratings) => standardErrorOf(ratings, chance),
  };
}

/**
 * (observed − expected) / (1 − expected); without variation, that is where chance makes all agree, undefined.
 *
 * @example
 * corrected(0.7, 0.5) // => { value: 0.4, observed: 0.7, expected: 0.5 }
 * corrected(0.1 + 0.2, 0.3) // => { value: 0, observed: 0.3, expected: 0.3 }
 * corrected(1, 1) // => { value: null, reason: 'no variation', observed: 1 }
 */
export function corrected(observed: number, expected: number): Agreement {
  if (1 - expected < 1e-12) return { ...undefinedAs('no variation'), observed };
  const over = observed - expected;
  return { value: Math.abs(over) < ROUNDING ? 0 : over / (1 - expected), observed, expected };
}

/**
 * The mean, over units with two ratings or more, of the share of their pairs of ratings that agree.
 *
 * @example
 * observedAgreement(sumsOf(nominalRatings([['a', 'a', 'b'], ['a', null, null]]))) // => { value: 0.3333333 }
 */
export function observedAgreement({ coders, categories, sums }: NominalSums): Measured {
  const { pairable, observed } = layoutOf(coders, categories);
  if (sums[pairable] === 0) return undefinedAs(NOT_RATED_BY_TWO);
  return { value: sums[observed]! / sums[pairable]! };
}
