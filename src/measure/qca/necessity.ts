import type { CrispCases } from './truth-table.js';

/** How far the outcome needs a condition, or its absence. */
export interface Necessity {
  readonly condition: string;
  readonly present: boolean;
  /** Share of the cases with the outcome that have it; null where no case has the outcome. */
  readonly consistency: number | null;
  /** Share of the cases with it that have the outcome; null where no case has it. */
  readonly coverage: number | null;
  /** Relevance: near 0 where nearly every case has it, so that it is trivially necessary; null where nothing varies. */
  readonly relevance: number | null;
}

/**
 * The necessity of each condition and of its absence, in the order of the conditions.
 *
 * Source: consistency and coverage: Ragin (2006), Political Analysis 14:291; relevance: C. Q. Schneider & C. Wagemann
 * (2012), Set-Theoretic Methods for the Social Sciences, p. 236: Σ(1 − x) / Σ(1 − min(x, y)).
 */
export function necessityOf({ conditions, configurations, outcomes }: CrispCases): readonly Necessity[] {
  const positive = outcomes.filter((outcome) => outcome === 1).length;
  return conditions.flatMap((condition, at) =>
    [true, false].map((present): Necessity => {
      const bit = 1 << (conditions.length - 1 - at);
      const has = configurations.map((own) => ((own & bit) !== 0) === present);
      const having = has.filter(Boolean).length;
      const together = has.filter((one, i) => one && outcomes[i] === 1).length;
      const share = (count: number, of: number): number | null => (of === 0 ? null : count / of);
      return {
        condition,
        present,
        consistency: share(together, positive),
        coverage: share(together, having),
        relevance: share(has.length - having, has.length - together),
      };
    }),
  );
}
