import { type Interval, type Measured, undefinedAs } from '../measured.js';
import { seeded } from '../random.js';
import { type Weighted, momentsOf, quantileOf, sharesOf } from './distribution.js';

/** A figure from sums over clusters, or null where it is undefined. */
export type Statistic = (sums: Float64Array) => number | null;

/** What resampling says of a statistic. */
export interface Bootstrap {
  /** The percentile interval. */
  readonly interval: Interval;
  readonly mean: number;
  readonly sd: number;
  readonly median: number;
  /** The share of resamples in which the statistic is undefined; they are left out of the rest. */
  readonly undefinedShare: number;
  readonly clusters: number;
}

export interface BootstrapOptions {
  /** How many resamples; 1,000. */
  readonly resamples?: number;
  readonly seed?: number;
  readonly confidence?: number;
}

/**
 * Percentile intervals by resampling clusters with replacement (Efron & Tibshirani 1993, ch. 13): whole sources, since units
 * of one source are not independent. One resample serves all statistics. The limits are values of the inverse empirical
 * distribution. Undefined with fewer than two clusters, and where every resample leaves the statistic undefined.
 *
 * @param clusters of each cluster the sums that the statistics are computed from, all of one length
 * @example
 * bootstrap([[3, 4], [1, 4], [4, 4]], [([yes, all]) => yes / all], { seed: 1 })[0].value.interval // => { low: 0.25, high: 1 }
 * bootstrap([[3, 4]], [([yes, all]) => yes / all]) // => [{ value: null, reason: 'fewer than two sources: nothing to resample' }]
 */
export function bootstrap(
  clusters: readonly Float64Array[],
  statistics: readonly Statistic[],
  { resamples = 1000, seed = 1, confidence = 0.95 }: BootstrapOptions = {},
): Measured<Bootstrap>[] {
  if (clusters.length < 2) return statistics.map(() => undefinedAs('fewer than two sources: nothing to resample'));
  const draw = seeded(seed);
  const sums = new Float64Array(clusters[0]!.length);
  const times = new Uint32Array(clusters.length);
  const sparse = clusters.map(withoutZeros);
  const values = statistics.map((): Weighted[] => []);
  for (let resample = 0; resample < resamples; resample++) {
    sums.fill(0);
    times.fill(0);
    for (let i = 0; i < clusters.length; i++) times[draw(clusters.length)]!++;
    for (let i = 0; i < clusters.length; i++) if (times[i]! > 0) addSparse(sums, sparse[i]!, times[i]!);
    statistics.forEach((statistic, i) => {
      const value = statistic(sums);
      if (value !== null) values[i]!.push({ value, weight: 1 });
    });
  }
  return values.map((defined) => summary(defined, resamples, clusters.length, confidence));
}

/** Sums that are not 0, and their places: few codes, or sets of codes, are used in one source. */
interface Sparse {
  readonly places: Int32Array;
  readonly values: Float64Array;
}

function withoutZeros(cluster: Float64Array): Sparse {
  const places = new Int32Array(cluster.length);
  let count = 0;
  for (let place = 0; place < cluster.length; place++) if (cluster[place] !== 0) places[count++] = place;
  const found = places.slice(0, count);
  return { places: found, values: Float64Array.from(found, (place) => cluster[place]!) };
}

function addSparse(sums: Float64Array, { places, values }: Sparse, times: number): void {
  for (let i = 0; i < places.length; i++) sums[places[i]!]! += times * values[i]!;
}

/** Adds the sums of a cluster that was drawn so many times. */
export function addTimes(sums: Float64Array, cluster: Float64Array, times: number): void {
  for (let place = 0; place < sums.length; place++) sums[place]! += times * cluster[place]!;
}

/**
 * Sums up resampled values.
 *
 * @param defined the values that are defined, with their weights
 * @param whole the weight of all resamples
 * @example
 * summary([{ value: 1, weight: 1 }, { value: 2, weight: 1 }], 4, 9, 0.95).value.undefinedShare // => 0.5
 */
export function summary(
  defined: readonly Weighted[],
  whole: number,
  clusters: number,
  confidence: number,
): Measured<Bootstrap> {
  if (defined.length === 0) return undefinedAs('undefined in every resample');
  const shares = sharesOf(defined);
  return {
    value: {
      interval: { low: quantileOf(shares, (1 - confidence) / 2), high: quantileOf(shares, (1 + confidence) / 2) },
      ...momentsOf(shares),
      median: quantileOf(shares, 0.5),
      undefinedShare: Math.max(0, 1 - defined.reduce((sum, { weight }) => sum + weight, 0) / whole),
      clusters,
    },
  };
}
