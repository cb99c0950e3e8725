import type { Place } from '../../core/diagnostic.js';
import type { Bound } from '../query/bound.js';
import type { CaseExpression } from './expression.js';
import type { TheoryRule } from './rules.js';
import type { Truth } from '../truth.js';

/** What the codings of a case are asked: a code, a pair of codings, a condition. Plain data. */
export interface Fact {
  /** As it was written. */
  readonly text: string;
  readonly bound: Bound;
}

export interface ClaimedRule extends TheoryRule {
  /** The condition as it was written. */
  readonly text: string;
  /** What the codings of a case say where the rule is right of it; without it, judgements of its themes say so. */
  readonly expects?: { readonly text: string; readonly of: CaseExpression };
  /** When it was written: a day, or a time, of UTC (ISO 8601). */
  readonly written?: string;
  readonly place: Place;
}

/** What the analyst says of a case, whatever is coded. */
export interface Judgement {
  readonly case: string;
  /** The id of a code, or a theme. */
  readonly name: string;
  /** Where that stands. */
  readonly namedAt: Place;
  readonly value: Truth;
  readonly why: string;
  readonly quotations: readonly string[];
  /** Where each of them stands. */
  readonly quotedAt: readonly Place[];
  /** Where its case stands. */
  readonly place: Place;
}

/** A theory.yaml whose codes have been looked up. */
export interface Theory {
  readonly title: string;
  /** So many affirming codings make a code 1 in a case. */
  readonly threshold: number;
  readonly facts: readonly Fact[];
  readonly rules: readonly ClaimedRule[];
  readonly goal?: { readonly text: string; readonly of: CaseExpression };
  readonly judgements: readonly Judgement[];
}
