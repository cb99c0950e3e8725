import { logGamma } from '../distribution/log-gamma.js';
import { type Measured, undefinedAs } from '../measured.js';
import { TIE } from './fisher.js';
import { Network } from './fisher-network.js';
import { type Counts, marginsOf, withoutEmpty } from './table.js';

/**
 * Fisher's exact test of a table of any size (Freeman & Halton 1951): the sum of the probabilities, under fixed margins,
 * of all tables no likelier than the one observed (relative tolerance 1e-7), through the network of Mehta & Patel (1983).
 * Rows and columns of zeros are left out. Undefined where it would take too long: permute then.
 *
 * @example
 * fisherExact([[3, 0, 3], [3, 2, 4]]) // => { value: 0.6223776 }
 * fisherExact([[1, 3, 10, 6], [2, 3, 10, 7], [1, 6, 14, 12], [0, 1, 9, 11]]) // => { value: 0.7827 }
 */
export function fisherExact(counts: Counts): Measured {
  const kept = transposedIfTaller(withoutEmpty(counts));
  const { rows, columns, total } = marginsOf(kept);
  if (total === 0) return undefinedAs('nothing was counted');
  if (rows.length < 2 || columns.length < 2) return { value: 1, flag: 'the margins allow this table only' };
  const factorials = Float64Array.from({ length: total + 1 }, (_, n) => logGamma(n + 1));
  const all = (values: readonly number[]): number => values.reduce((sum, value) => sum + factorials[value]!, 0);
  const constant = all(rows) + all(columns) - factorials[total]!;
  // The largest columns first leave the least to choose afterwards.
  const order = [...columns].sort((a, b) => b - a);
  const p = new Network(order, factorials).shareUpTo(rows, -all(kept.flat()) + TIE, constant);
  return p === null ? undefinedAs('too large for an exact test') : { value: Math.min(1, p) };
}

/** Fewer rows than columns make the smaller network. */
function transposedIfTaller(counts: Counts): Counts {
  const columns = counts[0]?.length ?? 0;
  return counts.length <= columns ? counts : counts[0]!.map((_, j) => counts.map((row) => row[j]!));
}
