import { coefficientsOf } from '../agreement/registry.js';
import { pooledKappa } from '../agreement/pooled-kappa.js';
import type { NominalRatings } from '../agreement/ratings.js';
import { layoutOf, sumsOf } from '../agreement/sums.js';
import type { TwoByTwo } from '../agreement/two-by-two.js';
import { pairsOf } from './compared.js';
import { type Indexed, bySource } from './indexed.js';
import { meanOf, reasonsOf } from './pair-reasons.js';
import { type Figure, type Part, type Result, restingOn } from './part.js';

/** Categories of a code by itself: absent and present. */
const CATEGORIES = ['absent', 'present'];
/** What is shown of each code: of two coders Cohen's κ, of more Fleiss's. */
const OF_CODE = new Set(['percent', 'alpha', 'cohen', 'fleiss', 'ac1', 'brennan-prediger']);

/**
 * Each code by itself, applied or not, over the units where all looked for it; and κ pooled over codes, of more than two
 * coders the mean over their pairs.
 */
export function codePart(of: Indexed): Part {
  const { compared } = of;
  const { coders, codes } = compared;
  const layout = layoutOf(coders.length, 2);
  const why = reasonsOf(compared);
  const ratings = codes.map((code) => ratingsOf(of, code));
  const sums = bySource(compared, (from, to) => {
    const all = new Float64Array(codes.length * layout.size);
    ratings.forEach((ofCode, i) => all.set(sumsOf(ofCode, from, to).sums, i * layout.size));
    return all;
  });
  const shown = coefficientsOf(coders.length).filter(
    ({ id }) => OF_CODE.has(id) && !(coders.length === 2 && id === 'fleiss'),
  );
  const ofCodes = codes.flatMap((code, i): Figure[] => {
    const own = (all: Float64Array): Float64Array => all.subarray(i * layout.size, (i + 1) * layout.size);
    const count = (all: Float64Array): number => own(all)[layout.pairable]!;
    const figures = shown.map(({ id, name, formula, range, measure }): Figure => ({
      ...{ id, name, formula, range, code, counted: 'units', count },
      measure: (all) => restingOn(measure({ coders: coders.length, categories: 2, sums: own(all) })),
    }));
    return [
      ...figures,
      { ...PREVALENCE, code, counted: 'units', count, measure: (all) => prevalence(own(all), coders.length) },
    ];
  });
  const pooled: Figure = {
    id: 'pooled-kappa',
    name: 'κ pooled over codes',
    formula: '(mean Po − mean Pe) / (1 − mean Pe) over codes',
    range: 'corrected',
    counted: 'units',
    ...(coders.length > 2 && { pairs: pairsOf(coders.length).length }),
    count: (all) => Math.max(0, ...codes.map((_, i) => all[i * layout.size + layout.pairable]!)),
    measure: (all) =>
      meanOf(
        pairsOf(coders.length).map((_, pair) =>
          pooledKappa(codes.map((__, i) => tableIn(all, i, pair, coders.length))),
        ),
        why,
      ),
  };
  return { sums, figures: [pooled, ...ofCodes] };
}

const PREVALENCE = {
  id: 'prevalence',
  name: 'Prevalence',
  formula: 'share of the decisions that apply the code',
  range: 'share',
} as const;

/**
 * The 2×2 of a code and a pair of coders, out of the sums of `codePart`.
 *
 * @param code its place among the codes
 * @param pair its place in `pairsOf`
 */
export function tableIn(sums: Float64Array, code: number, pair: number, coders: number): TwoByTwo {
  const { size, pairs, pairSize } = layoutOf(coders, 2);
  const at = code * size + pairs + pair * pairSize;
  const [units, agreed, , first, , second] = [0, 1, 2, 3, 4, 5].map((i) => sums[at + i]!) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const both = (agreed - units + first + second) / 2;
  return { both, onlyFirst: first - both, onlySecond: second - both, neither: agreed - both };
}

/** Whether coders applied a code, as numbers; no rating where they did not look for it. */
function ratingsOf({ compared: { coders, sources }, sets, units, of }: Indexed, code: string): NominalRatings {
  const has = sets.map((set) => Number(set.includes(code)));
  const codes = of.map((set) => (set < 0 ? -1 : has[set]!));
  let at = 0;
  for (const source of sources) {
    for (const { asked } of source.units) {
      if (asked?.has(code) === false) codes.fill(-1, at, at + coders.length);
      at += coders.length;
    }
  }
  return { units, coders: coders.length, categories: CATEGORIES, codes };
}

function prevalence(sums: Float64Array, coders: number): Result {
  const { values } = layoutOf(coders, 2);
  const [absent, present] = [sums[values]!, sums[values + 1]!];
  if (absent + present === 0) return { value: null, reason: 'no unit was seen by two coders' };
  return { value: present / (absent + present) };
}
