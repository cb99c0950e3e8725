import type { Codebook } from '../codebook/codebook.js';
import type { Transcript } from '../text/transcript.js';
import { type HitTest, conditionsOf } from './condition.js';
import { type RunExpression, expressionSpans, turnTexts } from './expression.js';
import type { Hit } from './hit.js';
import { literalFinder } from './literal.js';
import { byPrecedence, resolve } from './resolve.js';
import { blanker, hasBrokenLines, inSpeech } from './speech.js';
import type { Stemmer } from './stem.js';
import { type Term, type TermMatch, isExpression, termsOf } from './term.js';

/** What the shell lends the matcher. */
export interface MatchTools {
  readonly stem: Stemmer;
  readonly run: RunExpression;
}

/** Finds the hits of all rules of a codebook in a source, in text order (start, longest first, code, rule). */
export type Matcher = (transcript: Transcript) => readonly Hit[];

/** Compiles all rules of a codebook into one matcher. */
export function compileMatcher(codebook: Codebook, tools: MatchTools): Matcher {
  const terms = termsOf(codebook);
  const findLiterals = literalFinder(terms, codebook.fold, tools.stem);
  const findExpressions = expressionFinder(terms, tools.run);
  const conditions = conditionsOf(codebook, terms);
  const blanked = blanker();
  return (transcript) => {
    const text = blanked(transcript);
    const found = [...findLiterals(text, hasBrokenLines(transcript)), ...findExpressions({ ...transcript, text })];
    const matches = inSpeech(
      found.sort((a, b) => a.start - b.start),
      transcript,
    );
    const candidates = candidateHits(matches, terms, conditions?.(transcript, matches) ?? null);
    return resolve(candidates.sort(byPrecedence), codebook.codes.length);
  };
}

function expressionFinder(terms: readonly Term[], run: RunExpression) {
  const expressions = terms.flatMap((term, number) => (isExpression(term) ? [{ number, keyword: term.keyword }] : []));
  return (transcript: Transcript): readonly TermMatch[] => {
    if (expressions.length === 0) return [];
    const turns = turnTexts(transcript);
    return expressions.flatMap(({ number, keyword }) =>
      expressionSpans(keyword, turns, run).map(({ start, end }) => ({ term: number, start, end })),
    );
  };
}

function candidateHits(matches: readonly TermMatch[], terms: readonly Term[], test: HitTest | null): Hit[] {
  const hits: Hit[] = [];
  for (const { term, start, end } of matches) {
    for (const { part, code, rule } of terms[term]!.uses) {
      if (part !== 'any') continue;
      const hit = { start, end, code, rule };
      if (test === null || test(hit)) hits.push(hit);
    }
  }
  return hits;
}
