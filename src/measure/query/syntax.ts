/*
 * A query as it is written, before it is known which codes there are. Positions are UTF-16 indices of the query's text,
 * for messages.
 */

/** A part of the query's text: half-open, UTF-16. */
export interface Written {
  readonly start: number;
  readonly end: number;
}

/** How the segments of two codings of a source stand to each other. */
export const OPERATORS = [
  'equals',
  'within',
  'encloses',
  'overlaps',
  'overlapped-by',
  'precedes',
  'follows',
  'co-occurs',
  'near',
] as const;
export type Operator = (typeof OPERATORS)[number];

const OWN_WORDS: ReadonlySet<string> = new Set(['and', 'or', 'not', ...OPERATORS]);

/** Whether a word is one of the language's, in capitals or not: a code or value of such a name stands between quotation marks. */
export function isOwnWord(word: string): boolean {
  return OWN_WORDS.has(word.toLowerCase());
}

/** The operators that take a distance: `precedes B within 2 turns`. */
export const DISTANT: ReadonlySet<Operator> = new Set(['precedes', 'follows', 'near']);

export const DISTANCE_UNITS = ['turn', 'paragraph', 'sentence', 'word', 'character'] as const;
export type DistanceUnit = (typeof DISTANCE_UNITS)[number];

/** At most so many units between two segments. */
export interface Distance {
  readonly most: number;
  readonly unit: DistanceUnit;
}

export const COMPARISONS = ['=', '!=', '<', '<=', '>', '>=', '~'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** A name or a value: as it stands, or between quotation marks, where `*` is no more than a star. */
export interface Word extends Written {
  readonly text: string;
  readonly quoted: boolean;
}

/**
 * Codes by id, by what stands below a code (`strategy/*`), or by a pattern of ids (`fund*`); a saved query by its name
 * (`@name`), until it is resolved.
 */
export interface CodesQuery {
  readonly kind: 'codes';
  readonly word: Word;
}

/** What is asked of a coding: `speaker = Ann`, `founded < 2000`, `text ~ fund*`. */
export interface ConditionQuery extends Written {
  readonly kind: 'condition';
  readonly subject: Word;
  readonly comparison: Comparison;
  readonly value: Word;
}

export interface BothQuery {
  readonly kind: 'and' | 'or';
  readonly left: Query;
  readonly right: Query;
}

export interface NotQuery {
  readonly kind: 'not';
  readonly of: Query;
}

export interface RelationQuery {
  readonly kind: 'relation';
  readonly operator: Operator;
  readonly left: Query;
  readonly right: Query;
  readonly distance: Distance | null;
}

/** `case has …`: what is asked of the case that a coding belongs to. */
export interface CaseQuery extends Written {
  readonly kind: 'case';
  readonly of: Query;
}

export type Query = CodesQuery | ConditionQuery | BothQuery | NotQuery | RelationQuery | CaseQuery;
