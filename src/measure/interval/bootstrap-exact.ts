import { logGamma } from '../distribution/log-gamma.js';
import { type Measured, undefinedAs } from '../measured.js';
import { type Bootstrap, type Statistic, addTimes, summary } from './bootstrap.js';
import { type Weighted, sharesOf } from './distribution.js';

/** More resamples than this are not gone through. */
const MOST = 500_000;

/** A bootstrap without chance. */
export interface ExactBootstrap extends Bootstrap {
  /** The values that the statistic can take, in ascending order, with their probabilities where it is defined. */
  readonly distribution: readonly Weighted[];
}

/**
 * The whole bootstrap distribution: every resample of the clusters, with its probability (Efron & Tibshirani 1993, ch. 6).
 * Few clusters, or few different ones, have few enough resamples; then no seed is needed, and no error comes from it.
 * Undefined where there are more than 500,000.
 *
 * @param clusters of each cluster the sums that the statistic is computed from; those with equal sums are one kind
 * @example
 * exactBootstrap([[1], [0]], ([sum]) => sum).value.distribution // => [{ value: 0, weight: 0.25 }, { value: 1, weight: 0.5 }, { value: 2, weight: 0.25 }]
 */
export function exactBootstrap(
  clusters: readonly Float64Array[],
  statistic: Statistic,
  confidence = 0.95,
): Measured<ExactBootstrap> {
  const n = clusters.length;
  if (n < 2) return undefinedAs('fewer than two sources: nothing to resample');
  const kinds = kindsOf(clusters);
  if (resamplesOf(n, kinds.length) > MOST) return undefinedAs('too many resamples to go through all');

  const sums = new Float64Array(clusters[0]!.length);
  const defined: Weighted[] = [];
  const take = (kind: number, left: number, log: number): void => {
    const { cluster, count } = kinds[kind]!;
    const share = Math.log(count / n);
    const last = kind === kinds.length - 1;
    // The last kind takes what is left; the others from none of the resample to all that is left.
    for (let times = last ? left : 0; times <= left; times++) {
      addTimes(sums, cluster, times);
      const way = log + times * share - logGamma(times + 1);
      if (!last) take(kind + 1, left - times, way);
      else {
        const value = statistic(sums);
        if (value !== null) defined.push({ value, weight: Math.exp(way) });
      }
      addTimes(sums, cluster, -times);
    }
  };
  take(0, n, logGamma(n + 1));
  const result = summary(defined, 1, n, confidence);
  return result.value === null ? result : { value: { ...result.value, distribution: sharesOf(defined) } };
}

/** The different clusters, and how many there are of each. */
function kindsOf(clusters: readonly Float64Array[]): { cluster: Float64Array; count: number }[] {
  const kinds = new Map<string, { cluster: Float64Array; count: number }>();
  for (const cluster of clusters) {
    const key = cluster.join();
    const kind = kinds.get(key);
    if (kind === undefined) kinds.set(key, { cluster, count: 1 });
    else kind.count++;
  }
  return [...kinds.values()];
}

/** In how many ways n can be drawn from so many kinds: (n + kinds − 1 over n). */
function resamplesOf(n: number, kinds: number): number {
  let ways = 1;
  for (let i = 1; i < kinds && ways <= MOST; i++) ways = (ways * (n + i)) / i;
  return ways;
}
