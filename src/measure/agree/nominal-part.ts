import type { NominalRatings } from '../agreement/ratings.js';
import { coefficientsOf } from '../agreement/registry.js';
import { layoutOf, sumsOf } from '../agreement/sums.js';
import { undefinedAs } from '../measured.js';
import { NONE, pairsOf } from './compared.js';
import { type Indexed, bySource } from './indexed.js';
import { reasonsOf } from './pair-reasons.js';
import { type Figure, type Part, type Result, restingOn } from './part.js';

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
  const figures = coefficientsOf(coders.length).map((coefficient): Figure => {
    const { id, name, formula, range, needsCategories, isMeanOfPairs } = coefficient;
    return {
      ...{ id, name, formula, range, counted: 'units' },
      ...(isMeanOfPairs && { pairs: pairsOf(coders.length).length }),
      count: (sums) => sums[layout.pairable]!,
      measure: (sums): Result => {
        if (!single && needsCategories) return undefinedAs(SEVERAL);
        const found = coefficient.measure({ coders: coders.length, categories, sums });
        if (found.value !== null) return restingOn(found);
        if (found.coder !== undefined)
          return { ...found, reason: `${coders[found.coder]!} saw no unit that another coder saw` };
        return found.pair === undefined ? found : { ...found, reason: why(found.pair, found.reason) };
      },
    };
  });
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
