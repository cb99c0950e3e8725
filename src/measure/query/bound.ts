import type { Comparison, Distance, Operator } from './syntax.js';

/*
 * A query whose codes have been looked up. Plain data, so that worker threads can be given it.
 *
 * An expression is a *selection* of codings, or a *condition* on a coding. The difference matters to `and` and `not`
 * alone: a condition is asked of the very coding, a selection of all codings of its segment.
 */

/** What a comparison holds an attribute of a coding to. */
export interface AttributeTest {
  readonly kind: 'attribute';
  /** `case`, `source`, `speaker`, `role`, `coder`, or the name of any attribute. */
  readonly name: string;
  readonly comparison: Exclude<Comparison, '~'>;
  readonly value: string;
  /** Whether `*` stands for any run of characters. */
  readonly isPattern: boolean;
  /** Whether Traditional and Simplified characters are one, as in text. Absent: no. */
  readonly han?: boolean;
}

/** A keyword that is to be found in the segment, or in a memo on the coding; `search` is its place in `searches`. */
export interface WordsTest {
  readonly kind: 'words';
  readonly of: 'text' | 'memo';
  readonly search: number;
}

export type Test = AttributeTest | WordsTest;

/** Positions of codes in the codebook, ascending. */
export interface BoundCodes {
  readonly kind: 'codes';
  readonly codes: readonly number[];
}

export interface BoundRelation {
  readonly kind: 'relation';
  readonly operator: Operator;
  readonly left: Bound;
  readonly right: Bound;
  readonly distance: Distance | null;
}

export interface BoundCondition {
  readonly kind: 'condition';
  readonly test: Test;
}

/** What is asked of the case of a coding; `at` is its place in `cases`. */
export interface BoundCase {
  readonly kind: 'case';
  readonly at: number;
}

export type Bound =
  | BoundCodes
  | BoundRelation
  | BoundCondition
  | BoundCase
  | { readonly kind: 'and' | 'or'; readonly left: Bound; readonly right: Bound }
  | { readonly kind: 'not'; readonly of: Bound };

export interface BoundQuery {
  /** As it was written. */
  readonly text: string;
  readonly root: Bound;
  /** What each `case has` asks. */
  readonly cases: readonly Bound[];
  /** Keywords as written, of `text ~` and `memo ~`. */
  readonly searches: readonly string[];
}

/** What of an expression, bound or as it is written, tells conditions from selections. */
type Kinds =
  | { readonly kind: 'condition' | 'case' | 'codes' | 'relation' }
  | { readonly kind: 'not'; readonly of: Kinds }
  | { readonly kind: 'and' | 'or'; readonly left: Kinds; readonly right: Kinds };

/** Whether an expression is a condition on a coding. */
export function isCondition(expression: Kinds): boolean {
  switch (expression.kind) {
    case 'condition':
    case 'case':
      return true;
    case 'not':
      return isCondition(expression.of);
    case 'and':
    case 'or':
      return isCondition(expression.left) && isCondition(expression.right);
    default:
      return false;
  }
}
