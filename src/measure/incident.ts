import type { Codebook } from '../codebook/codebook.js';
import type { LaidCoding } from '../coding/laid.js';
import type { CodedSource } from './coded-source.js';
import { type Candidate, fitOf } from './examples.js';
import { type Quotation, mayQuote, quoter, withheld } from './quotation.js';
import { type Ancestors, ancestorsIn, rolledUp } from './rollup.js';
import { type StratumName, strataOf } from './stratum.js';
import { turnFinder } from './turns.js';

/** Whose incidents are laid beside one another. */
export interface IncidentOptions {
  /** Positions of the codes. */
  readonly codes: readonly number[];
  /** The attribute that makes the columns, and the one that groups cases, as in the frequency table. */
  readonly by: string;
  readonly groupBy: string | null;
  /** Whether codings of the codes below count as the code's own. */
  readonly rollup: boolean;
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
  readonly ancestors: Ancestors;
  readonly incidents: Incident[];
}

export function createIncidents(codebook: Codebook, options: IncidentOptions): IncidentTally {
  return { options, ids: codebook.codes.map(({ id }) => id), ancestors: ancestorsIn(codebook), incidents: [] };
}

/** Adds the incidents of a source: the codings that `addToFrequency` counts, each in the column where it counts it. */
export function addToIncidents(tally: IncidentTally, source: CodedSource): void {
  const { options, ids, ancestors, incidents } = tally;
  const find = turnFinder(source);
  const quote = quoter(source);
  const stratumOf = strataOf(source, options, new Map(), (name) => name);
  const laid = options.rollup ? rolledUp(source.codings, ancestors) : source.codings;
  const codings = laid.filter(({ code }) => options.codes.includes(code));
  const applied = options.rollup ? appliedIn(tally, source) : undefined;
  codings.forEach((coding, i) => {
    const turn = find(coding);
    if (turn === null) return;
    const quotable = mayQuote(source, coding);
    const shown = (one: LaidCoding): Quotation => {
      const quotation = { ...quote(one, turn, ids[one.code]!), ...(applied && { applied: applied(one) }) };
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

/** Tells which codes a segment of a code has: the code itself and those below it, in the order of the codebook. */
function appliedIn({ ids, ancestors }: IncidentTally, { codings }: CodedSource): (coding: LaidCoding) => string[] {
  const bySegment = new Map<string, number[]>();
  const segment = ({ start, end }: LaidCoding): string => `${start}-${end}`;
  for (const coding of codings) {
    const known = bySegment.get(segment(coding));
    if (known) known.push(coding.code);
    else bySegment.set(segment(coding), [coding.code]);
  }
  return (coding) =>
    bySegment
      .get(segment(coding))!
      .filter((code) => code === coding.code || ancestors[code]!.includes(coding.code))
      .sort((a, b) => a - b)
      .map((code) => ids[code]!);
}

/** Adds a tally of the sources that follow. */
export function mergeIncidents(into: IncidentTally, from: IncidentTally): void {
  for (const incident of from.incidents) into.incidents.push(incident);
}
