import { codeAt } from '../codebook/tree.js';
import { caseNames, caseOrder, casePlaces } from '../measure/case-places.js';
import type { FrequencyTally } from '../measure/frequency.js';
import type { EvidenceOptions, EvidenceTally } from '../measure/theory/evidence.js';
import { wordsJudged } from '../measure/theory/find-judged-words.js';
import { footingsOf } from '../measure/theory/footing.js';
import type { Strata } from '../measure/theory/strata.js';
import { testTheory } from '../measure/theory/tested.js';
import type { Theory } from '../measure/theory/theory.js';
import type { Basis } from '../report/basis.js';
import type { TheoryShown } from '../report/theory-shown.js';
import { timesBegun } from '../store/coding-times.js';
import { type CodedStudy, groupsOf } from './study-options.js';

/** What a theory asks of every source. At most `quotes` quotations are kept of each fact and case. */
export function evidenceFor(theory: Theory, study: CodedStudy, quotes: number): EvidenceOptions {
  return {
    facts: theory.facts.map(({ bound }) => bound),
    judged: theory.judgements.flatMap((one) => {
      const code = codeAt(study.codebook, one.name);
      return code < 0 ? [] : [[one.case, code, one.value] as const];
    }),
    byStance: study.codebook.properties['stance']?.includes('affirms') === true,
    quoted: wordsJudged(theory),
    unit: study.settings.unit,
    // The best of each is where it is read, also where none are quoted.
    limit: Math.max(1, quotes),
  };
}

/** What is measured for a theory, beside what other figures want. */
export interface TheoryTallies {
  readonly evidence: EvidenceTally;
  /** By the attribute that names cases, in groups where the study has them. */
  readonly places: FrequencyTally;
}

/** How a theory is tried and shown. */
export interface Trial {
  readonly theory: Theory;
  /** To try the rules until nothing is added; null to try them once. */
  readonly strata: Strata | null;
  readonly quotes: number;
  readonly basis: Basis;
  readonly caveats: readonly string[];
}

/** A theory tried over the cases of a study, which stand as in the tables. */
export function tryTheory(trial: Trial, study: CodedStudy, { evidence, places }: TheoryTallies): TheoryShown {
  const { theory, quotes, basis, caveats } = trial;
  const { codebook, settings, logs } = study;
  const groups = groupsOf(study);
  const casesInOrder = casePlaces(places, groups ?? []);
  const rank = new Map(caseOrder(casesInOrder).map((id, i) => [id, i]));
  const cases = [...testTheory(theory, codebook, evidence, trial.strata)].sort(
    (a, b) => (rank.get(a.case) ?? Infinity) - (rank.get(b.case) ?? Infinity),
  );
  const groupOf = new Map([...places.strata.values()].map((one) => [one.case, one.group]));
  const isDated = theory.rules.some(({ written }) => written !== undefined);
  return {
    theory,
    cases,
    fixpoint: trial.strata !== null,
    byStance: evidence.options.byStance,
    basis,
    caveats,
    caseNames: caseNames(casesInOrder),
    codes: codebook.codes,
    quotes,
    ...(groups && { groups: { by: settings.caseGroup, of: groupOf } }),
    footings: footingsOf(theory, codebook, cases, isDated ? timesBegun(logs) : new Map()),
  };
}
