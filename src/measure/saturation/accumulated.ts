import { byCodePoint } from '../../core/order.js';
import type { Measured } from '../measured.js';
import { type Step, accumulationOverOrders } from './accumulation.js';
import { type Richness, chao2 } from './chao2.js';
import { sampleCoverage } from './coverage.js';
import { type GuestParameters, type GuestResult, guest } from './guest.js';
import { type Frequencies, frequenciesOf } from './incidence.js';
import { type Rarefied, rarefaction } from './rarefaction.js';

/** A source or case at its place in the order. */
export interface Accumulated {
  /** Positions of the codes that it has. */
  readonly has: readonly number[];
  /** Those of them that are new here. */
  readonly fresh: readonly number[];
  /** How many codes there are up to here. */
  readonly total: number;
  /** The same over random orders. */
  readonly orders: Step;
  /** The same over all orders. */
  readonly expected: Rarefied;
}

/** How codes came up over sources or cases. */
export interface Accumulation {
  readonly steps: readonly Accumulated[];
  readonly frequencies: Frequencies;
  readonly guest: GuestResult;
  readonly chao2: Measured<Richness>;
  readonly coverage: Measured;
  /** Codes that are new where they were created, and not where the first source of the order has them by now. */
  readonly laidBack: readonly number[];
}

export interface AccumulationOptions {
  readonly guest: GuestParameters;
  /** How many random orders, and the seed of their draw. */
  readonly orders: number;
  readonly seed: number;
}

/**
 * Everything about the accumulation of codes over sources in one order.
 *
 * @param has for each source in order, the codes it has
 * @param codes all codes that are asked about
 * @param created the place of the order where each code was created, where logs say; absent: the first that has it
 * @example
 * accumulate([[0, 1], [0, 2]], [0, 1, 2, 3], { guest: { baseSize: 1, runLength: 1, threshold: 0 }, orders: 10, seed: 1 }).steps.map(({ fresh, total }) => [fresh.length, total]) // => [[2, 2], [1, 3]]
 */
export function accumulate(
  has: readonly (readonly number[])[],
  codes: readonly number[],
  options: AccumulationOptions,
  created?: ReadonlyMap<number, number>,
): Accumulation {
  const first = new Map<number, number>();
  has.forEach((own, place) => own.forEach((code) => first.has(code) || first.set(code, place)));
  const newAt = created ?? first;
  const present = has.map((own) => new Set(own));
  const incidence = present.map((own) => codes.map((code) => (own.has(code) ? 1 : 0)));
  const frequencies = frequenciesOf(incidence);
  // The same sources give the same random orders, however they are listed.
  const settled = [...incidence].sort((a, b) => byCodePoint(a.join(''), b.join('')));
  const orders = accumulationOverOrders(settled, { orders: options.orders, seed: options.seed });
  const expected = rarefaction(incidence);
  let total = 0;
  const steps = has.map((own, place): Accumulated => {
    const fresh = own.filter((code) => newAt.get(code) === place);
    total += fresh.length;
    return { has: own, fresh, total, orders: orders[place]!, expected: expected[place]! };
  });
  return {
    steps,
    frequencies,
    guest: guest(
      steps.map(({ fresh }) => fresh.length),
      options.guest,
    ),
    chao2: chao2(frequencies),
    coverage: sampleCoverage(frequencies),
    laidBack: [...first].flatMap(([code, place]) => (newAt.get(code) === place ? [] : [code])),
  };
}
