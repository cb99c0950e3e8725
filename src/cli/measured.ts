import type { AnalysisSet } from '../measure/analysis-set.js';
import type { AskedCondition } from '../measure/query/asked-condition.js';
import type { AskedQuery } from '../measure/query/select.js';
import type { Basis } from '../report/basis.js';
import { NO_SCRIPTS, caveatsOf } from '../report/caveats.js';
import type { Filters } from '../store/filters.js';
import { type PassRequest, type PassResult, tallyPass } from '../store/pass.js';
import type { Study } from '../store/study.js';
import type { SummedMeasures, Tallies } from '../store/visitors.js';
import type { Invocation } from './command.js';
import { attributesIn, doubtsAfter, doubtsBefore, inSentence } from './asked-conditions.js';
import { adjudicatedSoFar, onlyAdjudicated } from './adjudicated-so-far.js';
import type { Findings } from './findings.js';
import { lostLines, strayLogs } from './lost-lines.js';
import { basisOf, passFor } from './passing.js';
import { analysisOf, filtersOf } from './study-options.js';

/** Measures of a study as the options want them, with what they rest on. */
export interface Measured<M extends SummedMeasures> extends PassResult<Tallies<M>> {
  readonly set: AnalysisSet;
  readonly filters: Filters;
  readonly basis: Basis;
  /** What a reader of any single table must know. */
  readonly caveats: readonly string[];
  /** Those of them that a report does not say by itself: of logs, of how far adjudication has come, and of the query. */
  readonly lost: readonly string[];
}

/** What a pass does besides. */
export interface Extra {
  /** A query whose `case has` are to be answered for each case; it selects nothing. */
  readonly gathered?: AskedQuery;
  /** What is asked of attributes by others than the query. */
  readonly conditions?: readonly AskedCondition[];
  /** Attributes of which is to be known whether any source has them. */
  readonly attributes?: readonly string[];
  /** Sets whose codings are laid out beside the chosen one's. */
  readonly besides?: readonly AnalysisSet[];
}

/**
 * Reads a study once and adds up what a command needs, under the filters and the analysis set of its options.
 */
export async function measure<M extends SummedMeasures>(
  invocation: Invocation,
  study: Study,
  findings: Findings,
  measuresFor: (set: AnalysisSet) => M,
  set: AnalysisSet = analysisOf(invocation.values, study),
  { gathered, besides, conditions = [], attributes = [] }: Extra = {},
): Promise<Measured<M>> {
  const filters = filtersOf(invocation.values, study);
  const asked = [...conditions, ...(gathered?.conditions ?? [])];
  const before = doubtsBefore([...asked, ...(filters.query?.conditions ?? [])], study, set);
  const options = { set, filters, valuesOf: [...attributesIn(asked), ...attributes], ...(besides && { besides }) };
  const request = passFor(invocation, study, findings, options);
  const result = await tallyPass(gathered ? gathering(request, gathered) : request, measuresFor(set));
  const basis = basisOf(result.coverage, set, filters, study);
  const after = doubtsAfter([...asked, ...(filters.query?.conditions ?? [])], study, result.coverage);
  findings.tell([...before, ...after]);
  const {
    coverage: { unread, unplaced, moved, read, lost: lines },
    leftOut,
    unanswered,
  } = result;
  const lost = [
    ...lostLines(lines),
    ...strayLogs(study, set),
    ...onlyAdjudicated(study, set),
    ...(await adjudicatedSoFar(study, set, filters)),
    ...[...before, ...after].map(inSentence),
    ...unanswered.map(
      (written) => `The expression ${written} of the query ran out of time: it counts as found nowhere.`,
    ),
  ];
  // Filters and speakers without consent stand in the notes of each table.
  const caveats = [
    ...lost,
    ...caveatsOf({ unread, unplaced, moved, read, runaways: leftOut, silentTurns: 0 }, [], NO_SCRIPTS),
  ];
  return { ...result, set, filters, basis, caveats, lost };
}

function gathering({ options, ...request }: PassRequest, query: AskedQuery): PassRequest {
  return { ...request, options: { ...options, filters: { ...options.filters, query }, facts: 'gather' } };
}
