import { alphaOf, disagreementIn } from '../agreement/alpha.js';
import { kappaOfPair } from '../agreement/cohen.js';
import type { Coefficient } from '../agreement/coefficient.js';
import type { NominalRatings } from '../agreement/ratings.js';
import { coefficients } from '../agreement/registry.js';
import { type NominalSums, layoutOf, sumsOf } from '../agreement/sums.js';
import { type Compared, pairsOf } from './compared.js';
import type { Indexed } from './indexed.js';
import { reasonsOf } from './pair-reasons.js';
import type { Figure, Part, Result } from './part.js';

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
  const why = reasonsOf(of.compared);
  const idle = coders.find((_, coder) => of.of.every((set, i) => i % coders.length !== coder || set < 0));
  const reasonOf = (id: string, reason: string, sums: NominalSums): string => {
    if (id === 'conger' && idle !== undefined) return `${idle} saw no unit that another coder saw`;
    if (id !== 'light') return reason;
    for (const pair of pairsOf(coders.length).keys()) {
      const kappa = kappaOfPair(sums, pair);
      if (kappa.value === null) return why(pair, kappa.reason);
    }
    return reason;
  };
  const figures = coefficientsFor(coders.length).map((coefficient): Figure => ({
    ...describe(coefficient),
    counted: 'units',
    ...(coefficient.id === 'light' && { pairs: (coders.length * (coders.length - 1)) / 2 }),
    count: (sums) => sums[layout.pairable]!,
    measure: (sums) => {
      if (!single && OF_CATEGORIES.has(coefficient.id)) return { value: null, reason: SEVERAL };
      const nominal = { coders: coders.length, categories, sums };
      const found = measureBy(coefficient, nominal);
      return found.value === null ? { ...found, reason: reasonOf(coefficient.id, found.reason, nominal) } : found;
    },
  }));
  return { sums: bySource(of.compared, (from, to) => sumsOf(ratings, from, to).sums), figures };
}

/** A coefficient; α of every kind in one form, by what Krippendorff calls Do and De. */
export function measureBy(coefficient: Coefficient, sums: NominalSums): Result {
  const found = coefficient.measure(sums);
  if (coefficient.id !== 'alpha' || found.value === null) return found;
  return alphaOf(disagreementIn(sums)!);
}

function singleRatings({ compared, sets, units, of }: Indexed): NominalRatings {
  const categories = [...compared.codes, ...(compared.mayBeEmpty ? [NONE] : [])];
  const places = sets.map((set) => categories.indexOf(set[0] ?? NONE));
  return { units, coders: compared.coders.length, categories, codes: of.map((set) => (set < 0 ? -1 : places[set]!)) };
}

function setRatings({ compared, sets, units, of }: Indexed): NominalRatings {
  return { units, coders: compared.coders.length, categories: sets.map((set) => set.join('; ')), codes: of };
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
