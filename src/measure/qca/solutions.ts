import { MOST_COVERS } from './cover.js';
import { type Implicant, covers } from './implicant.js';
import { type Model, minimise } from './minimise.js';
import type { TruthRow } from './truth-table.js';

/** What is expected of a condition: that its presence (1) or its absence (0) furthers the outcome, or nothing. */
export type Expectation = 0 | 1 | null;

/** An intermediate solution lies between one conservative and one parsimonious model (0-based places). */
export interface Intermediate {
  readonly conservative: number;
  readonly parsimonious: number;
  readonly models: readonly Model[];
}

/**
 * The solutions of a truth table, each with all its tied models; null where they are not listed: more than `MOST_COVERS`
 * tie, or finding them takes too long. Without a positive row they have none.
 */
export interface Solutions {
  /** Takes no remainder for positive. */
  readonly conservative: readonly Model[] | null;
  /** Takes whatever remainders make it shorter. */
  readonly parsimonious: readonly Model[] | null;
  /**
   * Takes those remainders only that the expectations make easy; one for each pair of the other models. null also where
   * one of these is, or where there are more than `MOST_COVERS` pairs.
   */
  readonly intermediate: readonly Intermediate[] | null;
}

/**
 * Minimises a truth table.
 *
 * Source: Ragin (1987), ch. 7; easy and difficult counterfactuals: C. C. Ragin & J. Sonnett (2005), in Vergleichen in der
 * Politikwissenschaft, pp. 180–197.
 *
 * @param expectations by condition
 */
export function solutionsOf(rows: readonly TruthRow[], expectations: readonly Expectation[]): Solutions {
  const conditions = expectations.length;
  const of = (outcome: 0 | 1 | null): number[] =>
    rows.flatMap((row) => (row.outcome === outcome ? [row.configuration] : []));
  const [positive, remainders] = [of(1), of(null)];
  const conservative = minimise(positive, [], conditions);
  const parsimonious = minimise(positive, remainders, conditions);
  return { conservative, parsimonious, intermediate: between() };

  function between(): readonly Intermediate[] | null {
    if (conservative === null || parsimonious === null) return null;
    if (conservative.length * parsimonious.length > MOST_COVERS) return null;
    const found: Intermediate[] = [];
    for (const [c, careful] of conservative.entries()) {
      for (const [p, short] of parsimonious.entries()) {
        const terms = careful.flatMap((term) => easedBy(term, short, expectations));
        const easy = remainders.filter((row) => terms.some((term) => covers(term, row)));
        const models = minimise(positive, easy, conditions);
        if (models === null) return null;
        found.push({ conservative: c, parsimonious: p, models });
      }
    }
    return found;
  }
}

/**
 * A term less the conditions that its parsimonious terms do without and whose value goes against what is expected of
 * them: had the condition been as expected, the outcome would have come all the more.
 */
function easedBy(term: Implicant, short: Model, expectations: readonly Expectation[]): Implicant[] {
  const within = short.filter(({ mask, bits }) => (term.mask & mask) === mask && (term.bits & mask) === bits);
  return within.map(({ mask: kept }) => {
    let { mask } = term;
    expectations.forEach((expected, i) => {
      const bit = 1 << (expectations.length - 1 - i);
      const value = (term.bits & bit) === 0 ? 0 : 1;
      if (expected !== null && (kept & bit) === 0 && expected !== value) mask &= ~bit;
    });
    return { mask, bits: term.bits & mask };
  });
}
