import { type Measured, undefinedAs } from '../measured.js';
import type { Ratings } from './ratings.js';

/** What Holsti's coefficient of two coders rests on. */
export interface Applications {
  /** Code applications that both made to the same unit. */
  readonly both: number;
  readonly first: number;
  readonly second: number;
}

/**
 * Counts the code applications of two coders over the units that both saw. What neither applied never counts.
 *
 * @param first the place of a coder
 * @param second the place of the other
 * @example
 * applicationsOf([[['a', 'b'], ['a']], [[], ['b']], [['a'], null]], 0, 1) // => { both: 1, first: 2, second: 2 }
 */
export function applicationsOf(ratings: Ratings<readonly string[]>, first: number, second: number): Applications {
  const counts = { both: 0, first: 0, second: 0 };
  for (const unit of ratings) {
    const [one, other] = [unit[first], unit[second]];
    if (!one || !other) continue;
    const [codes, others] = [new Set(one), new Set(other)];
    counts.first += codes.size;
    counts.second += others.size;
    for (const code of codes) if (others.has(code)) counts.both++;
  }
  return counts;
}

/**
 * Holsti's coefficient of reliability (Holsti 1969, p. 140): 2M / (N1 + N2), with M the code applications both made to the
 * same unit. Over sets of codes it is Dice's, and F1; with one code a unit it is percent agreement. For more than two coders
 * the mean over their pairs. It is not corrected for chance.
 *
 * @example
 * holsti([[['a', 'b'], ['a']], [['b'], ['b']]]) // => { value: 0.8 }
 * holsti([[[], []]]) // => { value: null, reason: 'no code was applied where both coders looked' }
 */
export function holsti(ratings: Ratings<readonly string[]>): Measured {
  const coders = ratings.reduce((most, unit) => Math.max(most, unit.length), 0);
  let sum = 0;
  let pairs = 0;
  for (let first = 0; first < coders; first++) {
    for (let second = first + 1; second < coders; second++, pairs++) {
      const one = holstiOf(applicationsOf(ratings, first, second));
      if (one.value === null) return one;
      sum += one.value;
    }
  }
  return pairs === 0 ? undefinedAs('fewer than two coders') : { value: sum / pairs };
}

/**
 * Holsti's coefficient of two coders.
 *
 * @example
 * holstiOf({ both: 2, first: 3, second: 2 }) // => { value: 0.8 }
 */
export function holstiOf({ both, first, second }: Applications): Measured {
  if (first + second === 0) return undefinedAs('no code was applied where both coders looked');
  return { value: (2 * both) / (first + second) };
}

/**
 * Holsti's composite reliability of m coders from the mean r̄ of their pairs (Holsti 1969, p. 137): m r̄ / (1 + (m − 1) r̄).
 * It grows with the number of coders alone: never print it without r̄.
 *
 * @example
 * holstiComposite({ value: 0.625 }, 4) // => { value: 0.8695652 }
 */
export function holstiComposite(mean: Measured, coders: number): Measured {
  if (mean.value === null) return mean;
  return { value: (coders * mean.value) / (1 + (coders - 1) * mean.value) };
}
