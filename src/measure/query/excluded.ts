import type { BothQuery, Query, Word } from './syntax.js';

/** Codes that are asked for, and codes that must not be there, in one conjunction. */
export interface Excluded {
  /** All that `and` joins. */
  readonly part: BothQuery;
  readonly wanted: Word;
  readonly excluded: readonly Word[];
}

/** What a query asks for beside what it excludes: `a and not b`. Where these are the same codes it selects nothing. */
export function codesExcluded(query: Query): readonly Excluded[] {
  switch (query.kind) {
    case 'codes':
    case 'condition':
      return [];
    case 'case':
    case 'not':
      return codesExcluded(query.of);
    case 'and': {
      const parts = joined(query, 'and');
      const excluded = parts.flatMap((part) => (part.kind === 'not' ? joined(part.of, 'or') : [])).flatMap(wordIn);
      const wanted = excluded.length > 0 ? parts.flatMap(wordIn) : [];
      return [...wanted.map((word) => ({ part: query, wanted: word, excluded })), ...parts.flatMap(codesExcluded)];
    }
    default:
      return [...codesExcluded(query.left), ...codesExcluded(query.right)];
  }
}

/** The parts that `and`, or `or`, joins, however they are bracketed. */
function joined(query: Query, by: 'and' | 'or'): readonly Query[] {
  return query.kind === by ? [...joined(query.left, by), ...joined(query.right, by)] : [query];
}

const wordIn = (part: Query): readonly Word[] => (part.kind === 'codes' ? [part.word] : []);
