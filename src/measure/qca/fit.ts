import { type Implicant, covers } from './implicant.js';
import type { CrispCases } from './truth-table.js';

/** How well a product, or a sum of them, fits the cases. */
export interface Fit {
  /** Share of the cases with it that have the outcome; null where no case has it. PRI is the same in crisp sets. */
  readonly consistency: number | null;
  /** Share of the cases with the outcome that have it; null where no case has the outcome. */
  readonly coverage: number | null;
}

/** A product among others. */
export interface TermFit extends Fit {
  /** Share of the cases with the outcome that have this and none of the other products; null where there is no other. */
  readonly unique: number | null;
  /** Positions of the cases that have it. */
  readonly cases: readonly number[];
}

/**
 * The fit of each product, and of all of them joined by or.
 *
 * Source: Ragin (2006), Set relations in social research: evaluating their consistency and coverage, Political Analysis
 * 14:291–310.
 *
 * @param terms of one model
 */
export function fitOf(
  terms: readonly Implicant[],
  { configurations, outcomes }: CrispCases,
): { readonly terms: readonly TermFit[]; readonly overall: Fit } {
  const positive = outcomes.filter((outcome) => outcome === 1).length;
  const share = (count: number, of: number): number | null => (of === 0 ? null : count / of);
  const withOutcome = (cases: readonly number[]): number => cases.filter((i) => outcomes[i] === 1).length;
  const having = (test: (configuration: number) => boolean): number[] =>
    configurations.flatMap((own, i) => (test(own) ? [i] : []));
  const fit = (cases: readonly number[]): Fit => ({
    consistency: share(withOutcome(cases), cases.length),
    coverage: share(withOutcome(cases), positive),
  });
  return {
    terms: terms.map((term): TermFit => {
      const others = terms.filter((other) => other !== term);
      const cases = having((own) => covers(term, own));
      const alone = having((own) => covers(term, own) && !others.some((other) => covers(other, own)));
      return { ...fit(cases), unique: others.length === 0 ? null : share(withOutcome(alone), positive), cases };
    }),
    overall: fit(having((own) => terms.some((term) => covers(term, own)))),
  };
}
