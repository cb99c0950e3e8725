import { momentsOf, quantileOf, sharesOf } from '../interval/distribution.js';
import type { Interval } from '../measured.js';
import { seeded, shuffle } from '../random.js';
import type { Incidence } from './incidence.js';

/**
 * How many codes no source before had, source by source in the order given. Counts of codes: they say nothing of what the
 * codes mean.
 *
 * @example
 * newCodes([[1, 0, 1], [1, 1, 0], [0, 1, 1]]) // => [2, 1, 0]
 */
export function newCodes(incidence: Incidence): number[] {
  const seen = new Set<number>();
  return incidence.map((source) => {
    const before = seen.size;
    source.forEach((count, code) => {
      if (count > 0) seen.add(code);
    });
    return seen.size - before;
  });
}

/**
 * How many codes have occurred up to each source, in the order given.
 *
 * @example
 * accumulation([[1, 0, 1], [1, 1, 0], [0, 1, 1]]) // => [2, 3, 3]
 */
export function accumulation(incidence: Incidence): number[] {
  let sum = 0;
  return newCodes(incidence).map((fresh) => (sum += fresh));
}

/** How many codes have occurred after so many sources, over random orders. */
export interface Step {
  readonly mean: number;
  /** Where the middle of the orders lies. */
  readonly interval: Interval;
}

/**
 * Accumulation over random orders of the sources: whether the order given was a lucky one. The mean is what rarefaction
 * computes without chance; the interval is of orders of these sources, not of sources not yet seen.
 *
 * @param orders how many; 1,000
 * @param share how much of the orders the interval holds; 0.95
 * @example
 * accumulationOverOrders([[1, 0], [1, 1]], { seed: 1 })[1] // => { mean: 2, interval: { low: 2, high: 2 } }
 */
export function accumulationOverOrders(
  incidence: Incidence,
  {
    orders = 1000,
    seed = 1,
    share = 0.95,
  }: { readonly orders?: number; readonly seed?: number; readonly share?: number } = {},
): Step[] {
  const draw = seeded(seed);
  const order = [...incidence];
  const steps = incidence.map((): { value: number; weight: number }[] => []);
  for (let i = 0; i < orders; i++)
    accumulation(shuffle(order, draw)).forEach((value, t) => steps[t]!.push({ value, weight: 1 }));
  return steps.map((values) => {
    const shares = sharesOf(values);
    const interval = { low: quantileOf(shares, (1 - share) / 2), high: quantileOf(shares, (1 + share) / 2) };
    return { mean: momentsOf(shares).mean, interval };
  });
}
