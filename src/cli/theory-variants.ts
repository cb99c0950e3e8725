import { type AnalysisSet, ADJUDICATOR, holdsRules } from '../measure/analysis-set.js';
import { SHARES, type Variant, thresholdsAround } from '../measure/theory/robustness.js';
import type { Theory } from '../measure/theory/theory.js';
import type { Study } from '../store/study.js';
import { codersOf } from './coders.js';

/** Other thresholds, and where codings may deny, other shares: what the codings of the chosen set say already. */
export function cutVariants({ threshold }: Theory, byStance: boolean): readonly Variant[] {
  return [...thresholdsAround(threshold), ...(byStance ? SHARES : [])];
}

/** The sets to hold against the chosen one: without keyword hits, and each coder's own where there are several. */
export function setsBeside(chosen: AnalysisSet, { logs }: Study): readonly AnalysisSet[] {
  const coders = codersOf(logs);
  const manual: readonly AnalysisSet[] = holdsRules(chosen) && coders.length > 0 ? [{ kind: 'manual' }] : [];
  const own = coders.map((coder): AnalysisSet =>
    coder === ADJUDICATOR ? { kind: 'adjudicated' } : { kind: 'coder', coder },
  );
  const others = own.filter(
    (set) =>
      set.kind !== chosen.kind || (set.kind === 'coder' && chosen.kind === 'coder' && set.coder !== chosen.coder),
  );
  return [...manual, ...(coders.length > 1 ? others : [])];
}
