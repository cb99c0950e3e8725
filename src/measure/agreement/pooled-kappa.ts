import { type Measured, undefinedAs } from '../measured.js';
import { corrected } from './coefficient.js';
import { type TwoByTwo, chanceOf } from './two-by-two.js';

/**
 * Pooled κ over codes (de Vries, Elliott, Kanouse & Teleki 2008, *Field Methods* 20:272): (mean Po − mean Pe) / (1 − mean
 * Pe), means over codes. It is the mean of the codes' κ, each weighed by its 1 − Pe: rare codes weigh little, and a code
 * without variation, of which there is no κ, nothing.
 *
 * @example
 * pooledKappa([{ both: 20, onlyFirst: 0, onlySecond: 0, neither: 0 }, { both: 0, onlyFirst: 1, onlySecond: 1, neither: 18 }]) // => { value: -0.05263158 }
 */
export function pooledKappa(tables: readonly TwoByTwo[]): Measured {
  if (tables.length === 0) return undefinedAs('there are no codes');
  const seen = tables.filter((table) => unitsOf(table) > 0);
  if (seen.length === 0) return undefinedAs('no unit was seen by both coders');
  const mean = (of: (table: TwoByTwo) => number): number =>
    seen.reduce((sum, table) => sum + of(table), 0) / seen.length;
  const kappa = corrected(
    mean((table) => (table.both + table.neither) / unitsOf(table)),
    mean(chanceOf),
  );
  return kappa.value === null ? undefinedAs(kappa.reason) : { value: kappa.value };
}

function unitsOf({ both, onlyFirst, onlySecond, neither }: TwoByTwo): number {
  return both + onlyFirst + onlySecond + neither;
}
