import { type Measured, undefinedAs } from '../measured.js';
import { corrected } from './coefficient.js';
import type { Ratings } from './ratings.js';

/** One code by two coders, over the units that both saw. */
export interface TwoByTwo {
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly neither: number;
}

/**
 * Who applied a code where: units that a coder did not see are left out, and those where neither applied it count.
 *
 * @param ratings the codes by unit, of two coders
 * @example
 * twoByTwo([[['a', 'b'], ['a']], [[], ['b']], [['a'], null]], 'a') // => { both: 1, onlyFirst: 0, onlySecond: 0, neither: 1 }
 */
export function twoByTwo(ratings: Ratings<readonly string[]>, code: string): TwoByTwo {
  const counts = [0, 0, 0, 0];
  for (const [first, second] of ratings)
    if (first && second) counts[2 * Number(first.includes(code)) + Number(second.includes(code))]!++;
  const [neither = 0, onlySecond = 0, onlyFirst = 0, both = 0] = counts;
  return { both, onlyFirst, onlySecond, neither };
}

/** What chance-corrected figures of one code are made of. */
export interface CodeAgreement {
  /** Units that both coders saw. */
  readonly units: number;
  /** The share of units where both applied the code or neither did. */
  readonly percent: Measured;
  /** Cohen's κ: null without variation, that is where both coders applied it everywhere or nowhere. */
  readonly kappa: Measured;
  /** Krippendorff's α of applied or not. */
  readonly alpha: Measured;
  /** The share of the two coders' decisions that apply the code. */
  readonly prevalence: Measured;
}

/**
 * How two coders agree on one code.
 *
 * @example
 * codeAgreement({ both: 8, onlyFirst: 5, onlySecond: 6, neither: 21 }) // => { units: 40, percent: { value: 0.725 }, kappa: { value: 0.3854749 }, alpha: { value: 0.3927324 }, prevalence: { value: 0.3375 } }
 * codeAgreement({ both: 20, onlyFirst: 0, onlySecond: 0, neither: 0 }).kappa // => { value: null, reason: 'no variation' }
 */
export function codeAgreement(table: TwoByTwo): CodeAgreement {
  const { both, onlyFirst, onlySecond, neither } = table;
  const units = both + onlyFirst + onlySecond + neither;
  if (units === 0) {
    const none = undefinedAs('no unit was seen by both coders');
    return { units, percent: none, kappa: none, alpha: none, prevalence: none };
  }
  const kappa = corrected((both + neither) / units, chanceOf(table));
  const applied = 2 * both + onlyFirst + onlySecond;
  const values = 2 * units;
  const expected = (2 * applied * (values - applied)) / (values * (values - 1));
  return {
    units,
    percent: { value: (both + neither) / units },
    kappa: kappa.value === null ? undefinedAs(kappa.reason) : { value: kappa.value },
    alpha: expected === 0 ? undefinedAs('no variation') : { value: 1 - (onlyFirst + onlySecond) / units / expected },
    prevalence: { value: applied / values },
  };
}

/**
 * The share of units on which two coders agree by chance, from each one's own rate.
 *
 * @example
 * chanceOf({ both: 1, onlyFirst: 1, onlySecond: 1, neither: 1 }) // => 0.5
 */
export function chanceOf({ both, onlyFirst, onlySecond, neither }: TwoByTwo): number {
  const units = both + onlyFirst + onlySecond + neither;
  const first = (both + onlyFirst) / units;
  const second = (both + onlySecond) / units;
  return first * second + (1 - first) * (1 - second);
}
