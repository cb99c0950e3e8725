import { type Incidence, frequenciesOf } from './incidence.js';

/** A variance below this is rounding. */
const ROUNDING = 1e-12;

/** How many codes to expect in so many sources. */
export interface Rarefied {
  readonly sources: number;
  readonly codes: number;
  readonly sd: number;
}

/**
 * How many codes t of the T sources are expected to have, in whatever order (Mao Tau: Colwell et al. 2012, *J. Plant Ecol.*
 * 5:3): S − Σ (T−y over t) / (T over t), with y the sources of a code. The standard deviation over subsets of these sources
 * is that of vegan's specaccum: the variances of the codes, and their covariances by way of the correlation of the codes over
 * sources, which is exact for one source and near it for more (Ugland, Gray & Ellingsen 2003).
 *
 * @example
 * rarefaction([[1, 1, 1, 0, 1], [1, 1, 1, 0, 0], [1, 1, 1, 1, 0]]) // => [{ sources: 1, codes: 3.666667, sd: 0.4714045 }, { sources: 2, codes: 4.333333, sd: 0.4714045 }, { sources: 3, codes: 5, sd: 0 }]
 */
export function rarefaction(incidence: Incidence): Rarefied[] {
  const { sources, codes } = frequenciesOf(incidence);
  const correlations = correlationsOf(incidence);
  return incidence.map((_, i) => {
    const t = i + 1;
    const absent = codes.map((count) => shareWithout(sources, count, t));
    const deviations = absent.map((share) => Math.sqrt(share * (1 - share)));
    let variance = 0;
    deviations.forEach((deviation, a) => {
      variance += deviation * deviation;
      for (let b = 0; b < a; b++) variance += 2 * correlations[a]![b]! * deviation * deviations[b]!;
    });
    const expected = absent.reduce((sum, share) => sum + 1 - share, 0);
    return { sources: t, codes: expected, sd: variance < ROUNDING ? 0 : Math.sqrt(variance) };
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

/** The correlations, over sources, of the codes that occur; 0 where a code is in all. */
function correlationsOf(incidence: Incidence): number[][] {
  const T = incidence.length;
  const columns = (incidence[0] ?? [])
    .map((_, code) => incidence.map((source) => (source[code]! > 0 ? 1 : 0)))
    .filter((column) => column.includes(1));
  const means = columns.map((column) => column.reduce<number>((sum, here) => sum + here, 0) / T);
  return columns.map((one, a) =>
    columns.slice(0, a).map((other, b) => {
      const both = one.reduce<number>((sum, here, i) => sum + here * other[i]!, 0) / T;
      const scale = Math.sqrt(means[a]! * (1 - means[a]!) * means[b]! * (1 - means[b]!));
      return scale === 0 ? 0 : (both - means[a]! * means[b]!) / scale;
    }),
  );
}
