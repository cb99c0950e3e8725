import { type CasePlace, caseOrder, casePlaces } from '../measure/case-places.js';
import { selectExamples } from '../measure/examples.js';
import { finishFrequency } from '../measure/frequency-finish.js';
import type { FrequencyOptions } from '../measure/frequency-types.js';
import type { Quotation, Quoting } from '../measure/quotation.js';
import { codeTotals } from '../report/code-totals.js';
import type { Invocation } from './command.js';
import type { Findings } from './findings.js';
import { type Measured, measure } from './measured.js';
import { type CodedStudy, groupsOf } from './study-options.js';

/** Which quotations are asked for. */
export interface AskedQuotations {
  /** Positions of their codes; null for all. */
  readonly codes: readonly number[] | null;
  readonly quoting: Quoting;
}

/** Quotations, and what the pass that found them says of what it read. */
export interface ListedQuotations extends Pick<Measured<object>, 'basis' | 'caveats' | 'coverage' | 'filters'> {
  readonly quotations: readonly Quotation[];
  /** Cases in the order of the frequency table. */
  readonly places: readonly CasePlace[];
  /** How many segments each code has in all, by its id; null where all are listed. */
  readonly totals: ReadonlyMap<string, number> | null;
}

/** All quotations of the codes asked for. */
export async function allQuotations(
  invocation: Invocation,
  study: CodedStudy,
  findings: Findings,
  asked: AskedQuotations,
): Promise<ListedQuotations> {
  const measures = { quotations: asked, frequency: byCase(study) };
  const extra = { attributes: asked.quoting.attributes ?? [] };
  const { value, ...said } = await measure(invocation, study, findings, () => measures, undefined, extra);
  const places = casePlaces(value.frequency, groupsOf(study) ?? []);
  return { ...said, quotations: value.quotations.quotations, places, totals: null };
}

/** At most `limit` quotations for each code, chosen by the rule of examples as if all codes were asked for. */
export async function chosenQuotations(
  invocation: Invocation,
  study: CodedStudy,
  findings: Findings,
  { codes, quoting }: AskedQuotations,
  limit: number,
): Promise<ListedQuotations> {
  const measures = { examples: { limit, quoting }, frequency: byCase(study) };
  const extra = { attributes: quoting.attributes ?? [] };
  const { value, ...said } = await measure(invocation, study, findings, () => measures, undefined, extra);
  const places = casePlaces(value.frequency, groupsOf(study) ?? []);
  const byCode = selectExamples(value.examples, caseOrder(places));
  const totals = codeTotals(finishFrequency(value.frequency, study.codebook, []));
  return {
    ...said,
    quotations: codes === null ? byCode.flat() : codes.flatMap((code) => byCode[code]!),
    places,
    totals,
  };
}

/** The columns of the frequency table: cases go in their order and by their names. */
function byCase(study: CodedStudy): FrequencyOptions {
  const { caseAttribute, caseGroup } = study.settings;
  return { by: caseAttribute, groupBy: groupsOf(study) && caseGroup, rollup: false, needs: {} };
}
