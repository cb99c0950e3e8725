import { undefinedAs } from '../measured.js';
import type { Coefficient, Disagreement } from './coefficient.js';
import { corrected } from './coefficient.js';
import { NOT_RATED_BY_TWO, type NominalRatings } from './ratings.js';
import { errorOfMean } from './standard-error.js';
import { type NominalSums, countInto, layoutOf, sumsOf } from './sums.js';

/**
 * Krippendorff's α for nominal data (Krippendorff 2011; 2019, ch. 12): 1 − Do/De over units with two ratings or more, any
 * number of coders, missing ratings allowed. With n_k pairable values of category k, n in all, and o_kk = Σ r_k (r_k − 1) /
 * (r − 1): α = 1 − (n − 1)(n − Σ o_kk) / (n² − Σ n_k²). Without variation undefined. `observed` and `expected` are on the
 * scale of κ, with α's correction for few values, as irrCAC has them.
 *
 * @example
 * krippendorffAlpha.measure(sumsOf(nominalRatings([['a', 'a'], ['a', 'b'], ['b', 'b'], ['b', 'b']]))) // => { value: 0.5333333, observed: 0.78125, expected: 0.53125, disagreement: { observed: 0.25, expected: 0.5357143 } }
 */
export const krippendorffAlpha: Coefficient = {
  id: 'alpha',
  name: "Krippendorff's α",
  formula: '1 − Do / De',
  range: 'corrected',
  coders: 'any',
  measure(sums) {
    const parts = partsOf(sums);
    if (parts === null) return { ...undefinedAs(NOT_RATED_BY_TWO), observed: null };
    const { values, observed, expected } = parts;
    const found = corrected(observed + (1 - observed) / values, expected);
    return found.value === null ? found : { ...found, disagreement: disagreementIn(sums)! };
  },
  standardError: linearised,
};

/**
 * Krippendorff's Do and De of nominal data: (n − Σ o_kk) / n, and (n² − Σ n_k²) / (n (n − 1)). Null where nothing was rated
 * twice.
 *
 * @example
 * disagreementIn(sumsOf(nominalRatings([['a', 'a'], ['a', 'b'], ['b', 'b'], ['b', 'b']]))) // => { observed: 0.25, expected: 0.5357143 }
 */
export function disagreementIn({ coders, categories, sums }: NominalSums): Disagreement | null {
  const layout = layoutOf(coders, categories);
  const counts = sums.subarray(layout.values, layout.values + categories);
  let values = 0;
  let alike = 0;
  for (const count of counts) {
    values += count;
    alike += count * (count - 1);
  }
  if (values === 0) return null;
  const pairs = values * (values - 1);
  return { observed: (values - sums[layout.coincidences]!) / values, expected: (pairs - alike) / pairs };
}

/**
 * α of disagreement, with what it rests on turned round to agreement, 1 − Do and 1 − De, as other coefficients have it.
 *
 * @example
 * alphaOf({ observed: 0.25, expected: 0.5 }) // => { value: 0.5, observed: 0.75, expected: 0.5, disagreement: { observed: 0.25, expected: 0.5 } }
 */
export function alphaOf(disagreement: Disagreement) {
  const found = corrected(1 - disagreement.observed, 1 - disagreement.expected);
  return found.value === null ? found : { ...found, disagreement };
}

/** The coincidences as shares: pairable values, agreement among them as it is and as chance would make it. */
function partsOf({ coders, categories, sums }: NominalSums) {
  const layout = layoutOf(coders, categories);
  const counts = sums.subarray(layout.values, layout.values + categories);
  const values = counts.reduce((sum, count) => sum + count, 0);
  if (values === 0) return null;
  const shares = Array.from(counts, (count) => count / values);
  const expected = shares.reduce((sum, share) => sum + share * share, 0);
  return { values, shares, observed: sums[layout.coincidences]! / values, expected };
}

/** Gwet's linearisation (2014; irrCAC 1.0), over the pairable units. */
function linearised(ratings: NominalRatings) {
  const sums = sumsOf(ratings);
  const parts = partsOf(sums);
  if (parts === null) return undefinedAs(NOT_RATED_BY_TWO);
  const { values, shares, observed, expected } = parts;
  if (1 - expected < 1e-12) return undefinedAs('no variation');
  const mean = values / sums.sums[layoutOf(sums.coders, sums.categories).pairable]!;
  const adjusted = observed + (1 - observed) / values;
  const value = (observed - expected) / (1 - expected);
  const counts = new Float64Array(sums.categories);
  const ofUnits: number[] = [];
  for (let unit = 0; unit < ratings.units; unit++) {
    const rated = countInto(counts, ratings.codes.subarray(unit * ratings.coders, (unit + 1) * ratings.coders));
    if (rated < 2) continue;
    const off = (rated - mean) / mean;
    const agreeing = counts.reduce((sum, count) => sum + count * (count - 1), 0) / (mean * (rated - 1));
    const chance = shares.reduce((sum, share, k) => sum + share * counts[k]!, 0) / mean - expected * off;
    ofUnits.push((agreeing - adjusted * off - expected - 2 * (1 - value) * (chance - expected)) / (1 - expected));
  }
  return errorOfMean(ofUnits, value);
}
