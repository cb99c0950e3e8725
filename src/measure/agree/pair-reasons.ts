import type { Measured } from '../measured.js';
import { type Compared, pairsOf } from './compared.js';

/** Says of a pair of coders, by its place in `pairsOf`, why a figure of it is undefined. */
export type PairReason = (pair: number, reason: string) => string;

/**
 * Names the pair where there are several: of two coders it is known who is meant. Who shares no unit is said to, whatever a
 * measure found missing.
 *
 * @example
 * reasonsOf({ coders: ['a', 'b', 'c'], codes: [], mayBeEmpty: true, sources: [] })(0, 'no variation') // => 'a and b saw no unit in common'
 */
export function reasonsOf({ coders, sources }: Compared): PairReason {
  const pairs = pairsOf(coders.length);
  if (pairs.length < 2) return (_, reason) => reason;
  const meet = pairs.map(({ first, second }) =>
    sources.some(({ units }) => units.some(({ sets }) => sets[first] !== null && sets[second] !== null)),
  );
  return (pair, reason) => {
    const { first, second } = pairs[pair]!;
    const who = `${coders[first]!} and ${coders[second]!}`;
    return meet[pair] ? `${who}: ${reason}` : `${who} saw no unit in common`;
  };
}

/**
 * The mean of figures of pairs; undefined where one of them is, which `why` names.
 *
 * @example
 * meanOf([{ value: 1 }, { value: 0.5 }], (_, reason) => reason) // => { value: 0.75 }
 */
export function meanOf(figures: readonly Measured[], why: PairReason): Measured {
  let sum = 0;
  for (const [pair, figure] of figures.entries()) {
    if (figure.value === null) return { value: null, reason: why(pair, figure.reason) };
    sum += figure.value;
  }
  if (figures.length === 0) return { value: null, reason: 'fewer than two coders' };
  return { value: sum / figures.length };
}
