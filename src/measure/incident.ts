import type { Codebook } from '../codebook/codebook.js';
import type { LaidCoding } from '../coding/laid.js';
import type { CodedSource } from './coded-source.js';
import { type Candidate, fitOf } from './examples.js';
import { type Quotation, mayQuote, quoter, withheld } from './quotation.js';
import { type StratumName, strataOf } from './stratum.js';
import { turnFinder } from './turns.js';

/** Whose incidents are laid beside one another. */
export interface IncidentOptions {
  /** Positions of the codes. */
  readonly codes: readonly number[];
  /** The attribute that makes the columns, and the one that groups cases, as in the frequency table. */
  readonly by: string;
  readonly groupBy: string | null;
}

/** A coding of a code that is compared, with all that is needed to compare it. */
export interface Incident extends Candidate {
  /** Where it is counted in the frequency table. */
  readonly stratum: StratumName;
  /** Whether its words are shown, and may be chosen as an example. */
  readonly quotable: boolean;
  /** The same, with the keywords of both codes marked, where the other code that is compared stands on the segment too. */
  readonly together?: Quotation;
}

/** Incidents in the making: plain data, in text order. */
export interface IncidentTally {
  readonly options: IncidentOptions;
  /** The codes' ids by position. */
  readonly ids: readonly string[];
  readonly incidents: Incident[];
}

export function createIncidents({ codes }: Codebook, options: IncidentOptions): IncidentTally {
  return { options, ids: codes.map(({ id }) => id), incidents: [] };
}

/** Adds the incidents of a source: the codings that `addToFrequency` counts, each in the column where it counts it. */
export function addToIncidents({ options, ids, incidents }: IncidentTally, source: CodedSource): void {
  const find = turnFinder(source);
  const quote = quoter(source);
  const stratumOf = strataOf(source, options, new Map(), (name) => name);
  const codings = source.codings.filter(({ code }) => options.codes.includes(code));
  codings.forEach((coding, i) => {
    const turn = find(coding);
    if (turn === null) return;
    const quotable = mayQuote(source, coding);
    const shown = (one: LaidCoding): Quotation => {
      const quotation = quote(one, turn, ids[one.code]!);
      return quotable ? quotation : withheld(quotation);
    };
    // In text order, the codings of a segment are neighbours.
    const other = [codings[i - 1], codings[i + 1]].find(
      (each) => each?.start === coding.start && each.end === coding.end,
    );
    incidents.push({
      ...fitOf(source.transcript.text, coding),
      stratum: stratumOf(turn),
      quotable,
      quotation: shown(coding),
      ...(other && { together: shown({ ...coding, hits: [...coding.hits, ...other.hits] }) }),
    });
  });
}

/** Adds a tally of the sources that follow. */
export function mergeIncidents(into: IncidentTally, from: IncidentTally): void {
  for (const incident of from.incidents) into.incidents.push(incident);
}
