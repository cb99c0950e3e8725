import type { LaidCoding } from '../../coding/laid.js';
import type { Turn } from '../../text/transcript.js';
import type { CodedSource } from '../coded-source.js';
import { type Fit, fitOf, insert, mayTake } from '../examples.js';
import { isCondition } from '../query/bound.js';
import { type QueryTools, evaluator } from '../query/evaluate.js';
import { mayQuote, quoter, withheld } from '../quotation.js';
import type { EvidenceOptions, Standing } from './evidence.js';

/** A coding that stands for something in a case. */
export interface StandingCoding {
  readonly coding: LaidCoding;
  /** The turn that it belongs to, and the case whose turn it is. */
  readonly turn: Turn;
  readonly name: string;
  readonly affirms: boolean;
}

/** Notes which facts some codings of a source answer, as if there were no others, and keeps the best to quote. */
export function addFacts(
  { facts, unit, limit, ids }: EvidenceOptions & { readonly ids: readonly string[] },
  source: CodedSource,
  standing: readonly StandingCoding[],
  standingOf: (name: string) => Standing,
): void {
  const choose = evaluator({ ...source, codings: standing.map(({ coding }) => coding) }, { ...NO_WORDS, unit });
  const quote = quoter(source);
  const { text, source: id } = source.transcript;
  facts.forEach((fact, at) => {
    choose(fact).forEach((chosen, i) => {
      if (chosen !== 1) return;
      const { coding, turn, name } = standing[i]!;
      const { facts: counts, quotations } = standingOf(name);
      counts[at]!++;
      if (isCondition(fact)) return;
      const isQuotable = mayQuote(source, coding);
      const { rank, misfit } = fitOf(text, coding);
      // Words that may not be quoted are still evidence: they come last, and a note stands for them.
      const fit = { rank: isQuotable ? rank : WITHHELD_RANK, misfit };
      if (!mayTake(quotations[at]!, fit, id, limit)) return;
      const quotation = quote(coding, turn, ids[coding.code]!);
      insert(quotations[at]!, { ...fit, quotation: isQuotable ? quotation : withheld(quotation) }, limit);
    });
  });
}

/** After codings of coders (0) and hits of rules (1). */
const WITHHELD_RANK = 2;

/** Whether the words of a candidate may be quoted. */
export function isQuotable({ rank }: Fit): boolean {
  return rank < WITHHELD_RANK;
}

/** A theory asks for codings only. */
const NO_WORDS: Omit<QueryTools, 'unit'> = { found: () => [], inMemo: () => false, holds: () => false };
