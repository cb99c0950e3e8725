import type { Association, Measured } from './association/association.js';
import type { Cooccurrence, Pair } from './cooccurrence-types.js';
import type { Matrix } from './matrix.js';

/** What the cells of a code × code matrix show. */
export type PairFigure = 'both' | 'sameWords' | 'cases' | Association;

/** Two codes and how they meet. */
export interface RankedPair {
  readonly first: number;
  readonly second: number;
  readonly pair: Pair & { readonly both: number };
  readonly measured: Measured;
}

/**
 * One figure of every pair of the codes, as a square matrix.
 *
 * @param codes positions of the codes to show; all when absent
 */
export function cooccurrenceMatrix(
  cooccurrence: Cooccurrence,
  figure: PairFigure,
  { codes, filters = [] }: { readonly codes?: readonly number[]; readonly filters?: readonly string[] } = {},
): Matrix {
  const shown = codes ?? cooccurrence.rows.map((_, code) => code);
  const { unit } = cooccurrence.options;
  return {
    rows: shown.map((code) => cooccurrence.rows[code]!),
    columns: shown.map((code) => ({ key: cooccurrence.rows[code]!.code, group: null, kind: 'value' })),
    cells: shown.map((a) => shown.map((b) => figureOf(cooccurrence, figure, a, b))),
    counting: describeFigure(figure, unit),
    unit,
    filters,
  };
}

function figureOf(cooccurrence: Cooccurrence, figure: PairFigure, a: number, b: number): number | null {
  // Against chance, a code with itself says nothing.
  if (a === b && typeof figure !== 'string' && figure.needsUnits) return null;
  const pair = cooccurrence.pair(a, b);
  return typeof figure === 'string' ? pair[figure] : associate(figure, pair, cooccurrence.units).value;
}

/** A measure of association of one pair, or the reason why there is none. */
export function associate(association: Association, pair: Pair, units: number | null): Measured {
  const { both, first, second, blank } = pair;
  if (both === null || first === null || second === null) return { value: null, reason: blank ?? 'not looked at' };
  return association.measure({ both, first, second, units: pair.units === undefined ? units : pair.units });
}

/** What a cell says, such as `paragraphs with both codes`. */
export function describeFigure(figure: PairFigure, unit: Cooccurrence['options']['unit']): string {
  const things = unit === 'overlap' ? 'pairs of overlapping segments' : `${unit}s with both codes`;
  if (figure === 'both') return things;
  if (figure === 'sameWords') return `${things} that rest on the same matched words`;
  if (figure === 'cases')
    return unit === 'overlap' ? `cases with ${things}` : `cases with a ${unit} that has both codes`;
  return `${figure.name} = ${figure.formula}, over ${unit === 'overlap' ? 'segments' : `${unit}s`}`;
}

/**
 * The pairs of different codes that meet, strongest first: by the association, then by the number of units, then in
 * codebook order. Pairs without a figure are left out.
 *
 * @param minimum how many units a pair must share: one meeting of two rare codes is a Jaccard of 1
 */
export function rankedPairs(
  cooccurrence: Cooccurrence,
  association: Association,
  { codes, minimum = 2 }: { readonly codes?: readonly number[]; readonly minimum?: number } = {},
): RankedPair[] {
  const shown = codes ?? cooccurrence.rows.map((_, code) => code);
  const ranked: (RankedPair & { readonly strength: number })[] = [];
  shown.forEach((first, i) => {
    for (const second of shown.slice(i + 1)) {
      const pair = cooccurrence.pair(first, second);
      if (pair.both === null || pair.both < minimum) continue;
      const measured = associate(association, pair, cooccurrence.units);
      if (measured.value === null) continue;
      ranked.push({ first, second, pair: { ...pair, both: pair.both }, measured, strength: measured.value });
    }
  });
  ranked.sort(
    (a, b) => b.strength - a.strength || b.pair.both - a.pair.both || a.first - b.first || a.second - b.second,
  );
  return ranked.map(({ first, second, pair, measured }) => ({ first, second, pair, measured }));
}
