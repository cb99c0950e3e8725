import { type Incidence, frequenciesOf } from './incidence.js';

/** A variance below this, or this share of what it is the difference of, is rounding. */
const ROUNDING = 1e-12;

/** How many codes to expect in so many sources. */
export interface Rarefied {
  readonly sources: number;
  readonly codes: number;
  /** Over all sets of so many of these sources. */
  readonly sd: number;
}

/**
 * How many codes t of the T sources are expected to have, in whatever order (Mao Tau: Colwell et al. 2012, *J. Plant Ecol.*
 * 5:3): S − Σ (T−y over t) / (T over t), with y the sources of a code. The standard deviation is that over all sets of t of
 * these sources, exactly: Var = Σ over pairs of codes of P(neither) − P(not the one) P(not the other), where neither of two
 * codes is in a set with the share (T−u over t) / (T over t), u the sources of either. `rarefactionSpread` approximates it.
 *
 * @example
 * rarefaction([[1, 1, 1, 0, 1], [1, 1, 1, 0, 0], [1, 1, 1, 1, 0]]) // => [{ sources: 1, codes: 3.666667, sd: 0.4714045 }, { sources: 2, codes: 4.333333, sd: 0.4714045 }, { sources: 3, codes: 5, sd: 0 }]
 */
export function rarefaction(incidence: Incidence): Rarefied[] {
  const { sources, codes } = frequenciesOf(incidence);
  const pairs = pairsByUnion(incidence);
  return incidence.map((_, i) => {
    const t = i + 1;
    const missed = codes.reduce((sum, count) => sum + shareWithout(sources, count, t), 0);
    // The codes absent from a set: their number has the variance of the number present.
    let squares = 0;
    pairs.forEach((times, union) => {
      if (times > 0) squares += times * shareWithout(sources, union, t);
    });
    const variance = squares - missed * missed;
    return {
      sources: t,
      codes: codes.length - missed,
      sd: variance < ROUNDING * Math.max(1, squares) ? 0 : Math.sqrt(variance),
    };
  });
}

/** How many ordered pairs of codes, a code with itself among them, are together in so many sources. */
function pairsByUnion(incidence: Incidence): number[] {
  const pairs = Array<number>(incidence.length + 1).fill(0);
  const columns = columnsOf(incidence);
  columns.forEach((one, a) => {
    pairs[one.reduce((sum, here) => sum + here, 0)]!++;
    for (let b = 0; b < a; b++) {
      const other = columns[b]!;
      pairs[one.reduce((sum, here, i) => sum + (here | other[i]!), 0)]! += 2;
    }
  });
  return pairs;
}

/**
 * The standard deviation that goes with rarefaction as vegan's specaccum approximates it (`method = "exact"`): the variances
 * of the codes, and their covariances by way of the correlation of the codes over sources (Ugland, Gray & Ellingsen 2003).
 * Exact for one source; for more it may be far too small. For comparison with vegan alone: `rarefaction` has the exact one.
 *
 * @example
 * rarefactionSpread([[1, 0], [1, 0], [0, 1], [0, 0]]) // => [0.4330127, 0.4168011, 0.4330127, 0]
 */
export function rarefactionSpread(incidence: Incidence): number[] {
  const { sources, codes } = frequenciesOf(incidence);
  const correlations = correlationsOf(incidence);
  return incidence.map((_, i) => {
    const deviations = codes.map((count) => {
      const share = shareWithout(sources, count, i + 1);
      return Math.sqrt(share * (1 - share));
    });
    let variance = 0;
    deviations.forEach((deviation, a) => {
      variance += deviation * deviation;
      for (let b = 0; b < a; b++) variance += 2 * correlations[a]![b]! * deviation * deviations[b]!;
    });
    return variance < ROUNDING ? 0 : Math.sqrt(variance);
  });
}

/**
 * The share of the subsets of t out of T sources that lack a code which `count` of them have: (T−count over t) / (T over t).
 *
 * @example
 * shareWithout(5, 1, 2) // => 0.6
 */
export function shareWithout(sources: number, count: number, t: number): number {
  let share = 1;
  for (let i = 0; i < count; i++) share *= Math.max(0, sources - t - i) / (sources - i);
  return share;
}

/** Of each code that occurs, whether it is in each source. */
function columnsOf(incidence: Incidence): number[][] {
  return (incidence[0] ?? [])
    .map((_, code) => incidence.map((source): number => (source[code]! > 0 ? 1 : 0)))
    .filter((column) => column.includes(1));
}

/** The correlations, over sources, of the codes that occur; 0 where a code is in all. */
function correlationsOf(incidence: Incidence): number[][] {
  const T = incidence.length;
  const columns = columnsOf(incidence);
  const means = columns.map((column) => column.reduce((sum, here) => sum + here, 0) / T);
  return columns.map((one, a) =>
    columns.slice(0, a).map((other, b) => {
      const both = one.reduce((sum, here, i) => sum + here * other[i]!, 0) / T;
      const scale = Math.sqrt(means[a]! * (1 - means[a]!) * means[b]! * (1 - means[b]!));
      return scale === 0 ? 0 : (both - means[a]! * means[b]!) / scale;
    }),
  );
}
