import type { Literal } from '../codebook/codebook.js';
import { SPACE } from '../codebook/codebook.js';
import type { Span } from '../core/span.js';
import type { FoldOptions } from '../text/fold.js';
import { composed } from '../text/normal.js';
import { decode } from '../text/utf8.js';
import { BLANK, alphabetOf } from './alphabet.js';
import { buildAutomaton } from './automaton.js';
import { type Pattern, patternOf } from './pattern.js';
import { noSightings, scan } from './scan.js';
import { type Stemmer, prefixOfStem, stemTest } from './stem.js';
import { type Term, isLiteral, isStem } from './term.js';
import { matchEndingAt } from './verify.js';

/** A place where a term stands. */
export interface TermMatch extends Span {
  /** Position in the list of terms. */
  readonly term: number;
}

/** Finds all matches, overlapping ones too, of all literal and stem terms in a text; in text order by end. */
export type LiteralFinder = (text: Uint8Array) => TermMatch[];

/** A term with what to look for and, for a stem, the test that a word has to pass. */
interface Target {
  readonly term: number;
  readonly pattern: Pattern;
  readonly accepts?: (word: string) => boolean;
}

/** Compiles the literal and stem terms of a codebook into one automaton. */
export function literalFinder(terms: readonly Term[], folding: FoldOptions, stemmer: Stemmer): LiteralFinder {
  const targets = terms.flatMap((term, number) => targetsOf(term, number, folding, stemmer));
  if (targets.length === 0) return () => [];
  const alphabet = alphabetOf(targets.flatMap(({ pattern }) => pattern.anchor.filter((atom) => atom !== SPACE)), folding);
  const automaton = buildAutomaton(
    targets.map(({ pattern }) => ({
      symbols: pattern.anchor.flatMap((atom) => (atom === SPACE ? [BLANK] : alphabet.spell(atom))),
      bounded: pattern.edgeStart && pattern.anchor.length === pattern.atoms.length,
    })),
    alphabet,
  );
  const found = noSightings();

  const collect = (text: Uint8Array): TermMatch[] => {
    const matches: TermMatch[] = [];
    for (let i = 0; i < found.count; i++) {
      const end = found.ends[i]!;
      for (const number of automaton.outputs[(found.states[i]! - automaton.accepting) / alphabet.size]!) {
        const { term, pattern, accepts } = targets[number]!;
        const span = matchEndingAt(pattern, text, end, folding);
        if (span === null || (accepts !== undefined && !accepts(decode(text, span.start, span.end)))) continue;
        matches.push({ term, start: span.start, end: span.end });
      }
    }
    return matches;
  };

  return (text) => {
    scan(automaton, text, found);
    const composition = found.composing ? composed(text) : null;
    if (composition === null) return collect(text);
    scan(automaton, composition.text, found);
    return collect(composition.text).map(({ term, start, end }) => ({
      term,
      start: composition.original(start, 'start'),
      end: composition.original(end, 'end'),
    }));
  };
}

function targetsOf(term: Term, number: number, folding: FoldOptions, stemmer: Stemmer): Target[] {
  if (isLiteral(term)) return [{ term: number, pattern: patternOf(term.keyword as Literal, folding) }];
  if (!isStem(term)) return [];
  const stem = stemmer(term.keyword.word.toLowerCase());
  return [{ term: number, pattern: patternOf(prefixOfStem(stem), folding), accepts: stemTest(stem, stemmer) }];
}
