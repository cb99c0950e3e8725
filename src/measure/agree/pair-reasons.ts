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
