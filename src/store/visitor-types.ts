import type { ComparisonOptions, ComparisonTally } from '../measure/comparison/tally.js';
import type { CooccurrenceOptions } from '../measure/cooccurrence-types.js';
import type { CooccurrenceTally } from '../measure/cooccurrence.js';
import type { CaseValuesOptions, CaseValuesTally } from '../measure/query/case-values.js';
import type { ExampleTally } from '../measure/examples.js';
import type { FrequencyOptions } from '../measure/frequency-types.js';
import type { FrequencyTally } from '../measure/frequency.js';
import type { SourceGlance } from '../measure/glance.js';
import type { IncidentOptions, IncidentTally } from '../measure/incident.js';
import type { KwicLine } from '../measure/kwic.js';
import type { PresenceOptions, PresenceTally } from '../measure/code-presence.js';
import type { PairOptions, PairTally } from '../measure/pairs/tally.js';
import type { Quotation, Quoting } from '../measure/quotation.js';
import type { RuleCheckOptions, RuleCheckTally } from '../measure/rule-check/tally.js';
import type { SelectedTally } from '../measure/selected.js';
import type { EvidenceOptions, EvidenceTally } from '../measure/theory/evidence.js';
import type { WordTally } from '../measure/words/word-count.js';
import type { HitRowOptions, RowsTally } from '../report/hit-rows.js';

/** What each visitor is told and what it hands back: all of it plain data. */
export interface VisitorTypes {
  readonly frequency: { readonly options: FrequencyOptions; readonly tally: FrequencyTally };
  /** Rolled up, beside the codes' own codings. */
  readonly rolledUp: { readonly options: FrequencyOptions; readonly tally: FrequencyTally };
  /** By the attribute that names cases, whatever the columns of the tables are. */
  readonly places: { readonly options: FrequencyOptions; readonly tally: FrequencyTally };
  readonly comparison: { readonly options: ComparisonOptions; readonly tally: ComparisonTally };
  readonly cooccurrence: { readonly options: CooccurrenceOptions; readonly tally: CooccurrenceTally };
  /** In a pass that gathers what sources say of their cases. */
  readonly caseValues: { readonly options: CaseValuesOptions; readonly tally: CaseValuesTally };
  readonly evidence: { readonly options: EvidenceOptions; readonly tally: EvidenceTally };
  readonly glance: { readonly options: Record<string, never>; readonly tally: SourceGlance[] };
  readonly incidents: { readonly options: IncidentOptions; readonly tally: IncidentTally };
  readonly kwic: { readonly options: KwicOptions; readonly tally: KwicTally };
  readonly pairs: { readonly options: PairOptions; readonly tally: PairTally };
  readonly presence: { readonly options: PresenceOptions; readonly tally: PresenceTally };
  readonly quotations: { readonly options: QuotationOptions; readonly tally: QuotationTally };
  readonly examples: { readonly options: ExampleOptions; readonly tally: ExampleTally };
  readonly ruleCheck: { readonly options: RuleCheckOptions; readonly tally: RuleCheckTally };
  /** Codings of coders that a query selects. */
  readonly selected: { readonly options: Record<string, never>; readonly tally: SelectedTally };
  readonly rows: { readonly options: HitRowOptions; readonly tally: RowsTally };
  readonly words: { readonly options: Record<string, never>; readonly tally: WordTally };
}

/** Which keywords to show with how many columns of context on either side; null for all codes. */
export interface KwicOptions {
  readonly width: number;
  readonly codes: readonly number[] | null;
}

export interface KwicTally {
  readonly width: number;
  readonly codes: ReadonlySet<number> | undefined;
  readonly lines: KwicLine[];
}

/** Which quotations to list; null for all codes. */
export interface QuotationOptions {
  readonly codes: readonly number[] | null;
  readonly quoting?: Quoting;
}

/** How many quotations are chosen for each code. */
export interface ExampleOptions {
  readonly limit: number;
  readonly quoting?: Quoting;
}

export interface QuotationTally {
  readonly ids: readonly string[];
  readonly codes: ReadonlySet<number> | undefined;
  readonly quoting: Quoting | undefined;
  readonly quotations: Quotation[];
}
