import { type Measured, undefinedAs } from './measured.js';

/** Figures of a few cases in short. null where there is no case. */
export interface Summary {
  /** How many figures there are. */
  readonly n: number;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly mean: number | null;
  readonly sd: Measured;
}

/**
 * The least, the largest, the mean and the standard deviation of figures, each of the same weight.
 *
 * mean x̄ = Σ xᵢ / n; sd s = √(Σ (xᵢ − x̄)² / (n − 1)), that of a sample: undefined with one figure (Snedecor & Cochran
 * 1989, Statistical Methods, ch. 3). In two passes (Chan, Golub & LeVeque 1983, The American Statistician 37:242).
 *
 * @param values the figures that there are: what is undefined is left out before
 */
export function summary(values: readonly number[]): Summary {
  const n = values.length;
  if (n === 0) return { n, minimum: null, maximum: null, mean: null, sd: undefinedAs('no figure') };
  const [minimum, maximum] = values.reduce(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Infinity, -Infinity],
  );
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  // Of figures that are all the same, the mean may be off by rounding.
  const sd = minimum === maximum ? 0 : Math.sqrt(squares / (n - 1));
  return { n, minimum, maximum, mean, sd: n === 1 ? undefinedAs('one figure') : { value: sd } };
}
