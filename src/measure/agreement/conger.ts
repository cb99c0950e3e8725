import { undefinedAs } from '../measured.js';
import { type Chance, type Coefficient, chanceCorrected } from './coefficient.js';
import { type NominalSums, layoutOf } from './sums.js';

/**
 * Conger's κ (Conger 1980, *Psychol. Bull.* 88:322), which is Cohen's for two coders without missing ratings: chance is the
 * mean, over pairs of coders, of Σ p_gk p_hk, with p_gk the share of category k in what coder g rated. Undefined where a
 * coder rated nothing.
 *
 * @example
 * congerKappa.measure(sumsOf(nominalRatings([['a', 'a'], ['a', 'b'], ['b', 'b'], ['b', 'b']]))) // => { value: 0.5, observed: 0.75, expected: 0.5 }
 */
export const congerKappa: Coefficient = chanceCorrected({
  id: 'conger',
  name: "Conger's κ",
  coders: 'several',
  formula: '(Po − Pe) / (1 − Pe), Pe = mean over pairs of coders of Σ p_gk p_hk',
  chance(sums) {
    const { coders: m, categories: q } = sums;
    const rated = ratedBy(sums);
    if (rated.includes(0)) return { ...undefinedAs('a coder rated nothing'), coder: rated.indexOf(0) };
    const { byCoder, rated: units } = layoutOf(m, q);
    const share = (g: number, k: number): number => sums.sums[byCoder + g * q + k]! / rated[g]!;
    const totals = Array.from({ length: q }, (_, k) => sum(m, (g) => share(g, k)));
    const squares = sum(m, (g) => sum(q, (k) => share(g, k) ** 2));
    const expected = (sum(q, (k) => totals[k]! ** 2) - squares) / (m * (m - 1));
    const n = sums.sums[units]!;
    const ofUnit: Chance['ofUnit'] = (_, __, row) =>
      sum(m, (g) => {
        const seen = row[g]! >= 0 ? 1 : 0;
        const part = (k: number): number => (row[g] === k ? 1 : 0) - (seen - rated[g]! / n) * share(g, k);
        return (n / rated[g]!) * sum(q, (k) => part(k) * (totals[k]! - share(g, k)));
      }) /
      (m * (m - 1));
    return { value: { expected, ofUnit } };
  },
});

/** How many units each coder rated. */
function ratedBy({ coders, categories, sums }: NominalSums): number[] {
  const { byCoder } = layoutOf(coders, categories);
  return Array.from({ length: coders }, (_, g) => sum(categories, (k) => sums[byCoder + g * categories + k]!));
}

function sum(n: number, term: (i: number) => number): number {
  let total = 0;
  for (let i = 0; i < n; i++) total += term(i);
  return total;
}
