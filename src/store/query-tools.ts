import type { Codebook } from '../codebook/codebook.js';
import { isProblem } from '../codebook/problem.js';
import { textSearch } from '../codebook/text-search.js';
import type { RunExpression } from '../match/expression.js';
import { type Matcher, compileMatcher } from '../match/matcher.js';
import type { BoundQuery } from '../measure/query/bound.js';
import { type CaseFacts, holdsOf, leavesOf } from '../measure/query/case-facts.js';
import type { QueryTools } from '../measure/query/evaluate.js';
import type { Transcript, UnitKind } from '../text/transcript.js';
import { encode } from '../text/utf8.js';
import { loadStemmer } from './stemmer.js';

/** What a query asks of the study around it. */
export interface QueryStudy {
  readonly fold: Codebook['fold'];
  readonly unit: UnitKind;
  /** What sources say of their cases, from a pass before; without it no case has anything. */
  readonly facts?: CaseFacts;
}

/** Prepares the tools that a query needs of each source. Keywords are looked for only when they are asked about. */
export async function queryTools(
  { cases, searches }: BoundQuery,
  { fold, unit, facts }: QueryStudy,
  run: RunExpression,
): Promise<(transcript: Transcript) => QueryTools> {
  const matchers: Matcher[] = [];
  for (const search of searches) {
    const codebook = textSearch(search, fold);
    if (isProblem(codebook)) throw new Error(`a query was bound with a keyword that is none: ${search}`);
    matchers.push(compileMatcher(codebook, { stem: await loadStemmer(codebook), run }));
  }
  const holds = holdsIn(cases, facts);
  const memos = new Map<string, boolean>();
  const inMemo = (search: number, memo: string): boolean => {
    const key = `${search}\0${memo}`;
    let found = memos.get(key);
    if (found === undefined) memos.set(key, (found = matchers[search]!(memoText(memo)).length > 0));
    return found;
  };
  return (transcript) => {
    const found: ReturnType<Matcher>[] = [];
    return { unit, found: (search) => (found[search] ??= matchers[search]!(transcript)), inMemo, holds };
  };
}

/** The parts of all `case has` of a query that single codings answer. */
export function caseLeaves({ cases }: BoundQuery): ReturnType<typeof leavesOf> {
  return cases.flatMap(leavesOf);
}

function holdsIn(cases: BoundQuery['cases'], facts: CaseFacts = new Map()): QueryTools['holds'] {
  const answers = new Map<string, readonly boolean[]>();
  const answersOf = (name: string): readonly boolean[] => {
    const found = facts.get(name);
    let from = 0;
    return cases.map((of) => {
      const { length } = leavesOf(of);
      const own = found?.subarray(from, from + length) ?? new Uint8Array(length);
      from += length;
      return holdsOf(of, own);
    });
  };
  return (at, name) => {
    let known = answers.get(name);
    if (known === undefined) answers.set(name, (known = answersOf(name)));
    return known[at]!;
  };
}

/** A memo as the matcher reads text: all of it words of one turn. */
function memoText(memo: string): Transcript {
  const text = encode(memo);
  return {
    source: 'memo',
    text,
    linesBefore: 0,
    header: {},
    turns: [{ start: 0, end: text.length, index: 0, speech: 0, speaker: null, role: 'other' }],
    furniture: [],
    paragraphPerLine: false,
    encoding: 'utf-8',
  };
}
