import { alphaModel } from '../agreement/alpha-metric.js';
import type { Coefficient } from '../agreement/coefficient.js';
import { jaccardMetric } from '../agreement/metric/jaccard.js';
import { masiMetric } from '../agreement/metric/masi.js';
import type { Metric } from '../agreement/metric/metric.js';
import type { NominalRatings } from '../agreement/ratings.js';
import { coefficients } from '../agreement/registry.js';
import { layoutOf, sumsOf } from '../agreement/sums.js';
import type { Compared } from './compared.js';
import { type Indexed, ratingsOf } from './indexed.js';
import type { Figure, Part } from './part.js';

/** Stands for no code where each unit has one code at most. */
export const NONE = '(none)';

/** Coefficients that take the number of categories from the codebook. */
const OF_CATEGORIES = new Set(['ac1', 'brennan-prediger']);
const SEVERAL = 'units with several codes: sets are no fixed number of categories; see each code';

/**
 * The nominal coefficients over units: two coders agree on a unit where they gave it the same codes, all of them. With one
 * code a unit at most, q is the number of codes, and one for none; with more, sets are the categories, and what needs a
 * number of categories is undefined.
 */
export function nominalPart(of: Indexed): Part {
  const { coders } = of.compared;
  const single = of.sets.every((set) => set.length < 2);
  const ratings = single ? singleRatings(of) : setRatings(of);
  const categories = ratings.categories.length;
  const layout = layoutOf(coders.length, categories);
  const figures = coefficientsFor(coders.length).map((coefficient): Figure => ({
    ...describe(coefficient),
    counted: 'units',
    count: (sums) => sums[layout.pairable]!,
    measure: (sums) =>
      !single && OF_CATEGORIES.has(coefficient.id)
        ? { value: null, reason: SEVERAL }
        : coefficient.measure({ coders: coders.length, categories, sums }),
  }));
  return { sums: bySource(of.compared, (from, to) => sumsOf(ratings, from, to).sums), figures };
}

function singleRatings({ compared, sets, units, of }: Indexed): NominalRatings {
  const categories = [...compared.codes, ...(compared.mayBeEmpty ? [NONE] : [])];
  const places = sets.map((set) => categories.indexOf(set[0] ?? NONE));
  return { units, coders: compared.coders.length, categories, codes: of.map((set) => (set < 0 ? -1 : places[set]!)) };
}

function setRatings({ compared, sets, units, of }: Indexed): NominalRatings {
  return { units, coders: compared.coders.length, categories: sets.map((set) => set.join('; ')), codes: of };
}

/** Krippendorff's α over sets of codes, by MASI and by Jaccard's distance: units with some codes in common agree in part. */
export function setPart(of: Indexed): Part {
  const ratings = ratingsOf(of);
  const models = [masiMetric, jaccardMetric].map((metric) => ({
    metric,
    model: alphaModel(ratings, remembered(metric)),
  }));
  const size = models[0]!.model.sumsOf(0, 0).length;
  const sums = bySource(of.compared, (from, to) => {
    const both = new Float64Array(1 + 2 * size);
    both[0] = to - from;
    models.forEach(({ model }, i) => both.set(model.sumsOf(from, to), 1 + i * size));
    return both;
  });
  const figures = models.map(({ metric, model }, i): Figure => ({
    id: `alpha-${metric.id}`,
    name: `α of sets, ${metric.name}`,
    formula: '1 − Do / De over sets of codes',
    counted: 'units',
    count: (all) => all[0]!,
    measure: (all) => {
      const alpha = model.measure(all.subarray(1 + i * size, 1 + (i + 1) * size));
      // On the scale of κ: disagreement turned round.
      return alpha.value === null
        ? alpha
        : { value: alpha.value, observed: 1 - alpha.observed, expected: 1 - alpha.expected };
    },
  }));
  return { sums, figures };
}

/**
 * The coefficients that say something of so many coders: of two, Light's and Conger's are Cohen's; of more, Cohen's and
 * Scott's are of pairs.
 */
export function coefficientsFor(coders: number): readonly Coefficient[] {
  const apart = coders === 2 ? ['light', 'conger'] : ['cohen', 'scott'];
  return coefficients.filter(({ id }) => !apart.includes(id));
}

/**
 * What a coefficient is called.
 */
export function describe({ id, name, formula }: Coefficient): Pick<Figure, 'id' | 'name' | 'formula'> {
  return { id, name, formula };
}

/**
 * Sums of each source's units, which stand one source after another.
 */
export function bySource({ sources }: Compared, sums: (from: number, to: number) => Float64Array): Float64Array[] {
  let at = 0;
  return sources.map(({ units }) => {
    const from = at;
    at += units.length;
    return sums(from, at);
  });
}

/** Above so many sets their distances are computed anew each time. */
const MOST = 2000;

/** A metric that computes key and distances of values once: resampling asks for them a thousand times. */
function remembered<T>(metric: Metric<T>): Metric<T> {
  const keys = new Map<T, string>();
  return {
    ...metric,
    key: (value) => {
      const known = keys.get(value) ?? metric.key(value);
      keys.set(value, known);
      return known;
    },
    among(values, counts) {
      const distance = metric.among(values, counts);
      const n = values.length;
      if (n > MOST) return distance;
      const table = new Float64Array(n * n).fill(NaN);
      return (a, b) => {
        const known = table[a * n + b]!;
        return known === known ? known : (table[a * n + b] = distance(a, b));
      };
    },
  };
}
