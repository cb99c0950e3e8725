import { logGamma } from '../distribution/log-gamma.js';
import { type Measured, undefinedAs } from '../measured.js';
import { TIE } from './fisher.js';
import { type Counts, marginsOf, withoutEmpty } from './table.js';

/** How many steps may be taken before a table counts as too large. */
const MOST_STEPS = 500_000;

/** For each set of what the rows have left: the ways there, by the sum of −log x! so far. */
type Stage = Map<string, { readonly left: readonly number[]; readonly ways: Map<number, number> }>;

/**
 * Fisher's exact test of a table of any size (Freeman & Halton 1951): the sum of the probabilities, under fixed margins,
 * of all tables no likelier than the one observed (relative tolerance 1e-7). Column by column; what the rows have left
 * stands for all the ways there (the network of Mehta & Patel 1983). Rows and columns of zeros are left out. Undefined
 * where that would take too long: permute then.
 *
 * @example
 * fisherExact([[3, 0, 3], [3, 2, 4]]) // => { value: 0.6223776 }
 */
export function fisherExact(counts: Counts): Measured {
  const kept = transposedIfWider(withoutEmpty(counts));
  const { rows, columns, total } = marginsOf(kept);
  if (rows.length < 2 || columns.length < 2) return undefinedAs('fewer than two rows or columns have counts');
  const factorials = Float64Array.from({ length: total + 1 }, (_, n) => logGamma(n + 1));
  const all = (values: readonly number[]): number => values.reduce((sum, value) => sum + factorials[value]!, 0);
  const last = lastStage(rows, columns, factorials);
  if (last === null) return undefinedAs('too large for an exact test');

  const constant = all(rows) + all(columns) - factorials[total]!;
  const observed = constant - all(kept.flat());
  const probabilities = [...last].flatMap(([log, ways]) => {
    const p = constant + Number(log);
    return p <= observed + TIE ? [ways * Math.exp(p)] : [];
  });
  probabilities.sort((a, b) => a - b);
  return {
    value: Math.min(
      1,
      probabilities.reduce((sum, p) => sum + p, 0),
    ),
  };
}

/** The ways to fill all columns, by the sum of −log x! over the cells; null where there are too many. */
function lastStage(
  rows: readonly number[],
  columns: readonly number[],
  factorials: Float64Array,
): Map<number, number> | null {
  let stage: Stage = new Map([['', { left: rows, ways: new Map([[0, 1]]) }]]);
  let steps = 0;
  for (const column of columns) {
    const next: Stage = new Map();
    for (const { left, ways } of stage.values()) {
      for (const cells of fillings(left, column)) {
        const rest = left.map((value, i) => value - cells[i]!).sort((a, b) => a - b);
        const key = rest.join();
        const cost = cells.reduce((sum, cell) => sum + factorials[cell]!, 0);
        let there = next.get(key);
        if (there === undefined) next.set(key, (there = { left: rest, ways: new Map() }));
        for (const [log, count] of ways) {
          if (++steps > MOST_STEPS) return null;
          // Sums that only rounding tells apart are one.
          const sum = Math.round((log - cost) * 1e10) / 1e10;
          there.ways.set(sum, (there.ways.get(sum) ?? 0) + count);
        }
      }
    }
    stage = next;
  }
  return [...stage.values()][0]!.ways;
}

/** All ways to share out a column's total to rows that have so much left. */
function* fillings(left: readonly number[], total: number): Generator<readonly number[]> {
  const [first = 0, ...others] = left;
  if (others.length === 0) {
    if (total <= first) yield [total];
    return;
  }
  const room = others.reduce((sum, value) => sum + value, 0);
  for (let cell = Math.max(0, total - room); cell <= Math.min(first, total); cell++)
    for (const rest of fillings(others, total - cell)) yield [cell, ...rest];
}

function transposedIfWider(counts: Counts): Counts {
  const columns = counts[0]?.length ?? 0;
  return counts.length <= columns ? counts : counts[0]!.map((_, j) => counts.map((row) => row[j]!));
}
