import { type AnalysisSet, ADJUDICATOR, holdsRules } from '../measure/analysis-set.js';
import type { EvidenceTally } from '../measure/theory/evidence.js';
import { SHARES, type Variant, thresholdsAround } from '../measure/theory/robustness.js';
import type { Theory } from '../measure/theory/theory.js';
import { codesLaid } from '../store/codes-laid.js';
import type { Study } from '../store/study.js';
import { codersOf } from './coders.js';
import type { CodedStudy } from './study-options.js';

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

/** Positions of the codes that only keywords found: of these no coder laid or accepted any, in any case. */
export function foundByKeywordsOnly({ cases }: EvidenceTally, study: CodedStudy): ReadonlySet<number> {
  const laid = codesLaid(study);
  const stands = (code: number): boolean => [...cases.values()].some(({ standing }) => standing.codes[code]! > 0);
  return new Set(study.codebook.codes.flatMap((_, code) => (!laid.has(code) && stands(code) ? [code] : [])));
}

/** The same where nobody looked for some codes: who left them to keywords says nothing of them without. */
export function unasked(tally: EvidenceTally, codes: ReadonlySet<number>): EvidenceTally {
  const cases = [...tally.cases].map(([name, evidence]) => {
    const looked = evidence.looked.map((is, code) => is && !codes.has(code));
    return [name, { ...evidence, looked }] as const;
  });
  return { ...tally, cases: new Map(cases) };
}
