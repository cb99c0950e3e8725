import { SPACE } from '../codebook/codebook.js';
import type { FoldOptions } from '../text/fold.js';
import { composed } from '../text/normal.js';
import { decode } from '../text/utf8.js';
import { BLANK, COMPOSING, alphabetOf } from './alphabet.js';
import { buildAutomaton } from './automaton.js';
import { joined } from './joined.js';
import { type Pattern, patternOf } from './pattern.js';
import { noSightings, scan } from './scan.js';
import { type Stemmer, prefixOfStem, stemTest } from './stem.js';
import { type Term, type TermMatch, isLiteral, isStem } from './term.js';
import { matchEndingAt } from './verify.js';

/**
 * Finds all matches, overlapping ones too, of all literal and stem terms in a text.
 *
 * @param broken whether lines are broken at a margin, so that a keyword in Han may be parted by a line break
 */
export type LiteralFinder = (text: Uint8Array, broken: boolean) => TermMatch[];

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
  const alphabet = alphabetOf(
    targets.flatMap(({ pattern }) => pattern.anchor.filter((atom) => atom >= 0)),
    folding,
  );
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
      for (const number of automaton.outputs[(found.states[i]! - automaton.accepting) / automaton.symbols]!) {
        const { term, pattern, accepts } = targets[number]!;
        const match = matchEndingAt(pattern, term, text, end, folding);
        if (match === null || (accepts !== undefined && !accepts(decode(text, match.start, match.end)))) continue;
        matches.push(match);
      }
    }
    return matches;
  };

  /** Matches that are parted by line breaks: those of the joined text that go over a joint. */
  const collectBroken = (text: Uint8Array): TermMatch[] => {
    const whole = joined(text);
    if (whole === null) return [];
    scan(automaton, alphabet, whole.text, found);
    return collect(whole.text).flatMap((match) => {
      const { start, end } = moved(match, whole);
      return end - start === match.end - match.start ? [] : [{ term: match.term, start, end }];
    });
  };

  return (text, broken) => {
    const composing = (scan(automaton, alphabet, text, found) & COMPOSING) !== 0;
    const composition = composing ? composed(text) : null;
    const subject = composition?.text ?? text;
    if (composition !== null) scan(automaton, alphabet, subject, found);
    const matches = collect(subject);
    if (broken) matches.push(...collectBroken(subject));
    return composition === null ? matches : matches.map((match) => moved(match, composition));
  };
}

/** A match in a text that was made from another, as it stands in that other. */
function moved(
  { term, start, end }: TermMatch,
  made: { readonly original: (offset: number, side: 'start' | 'end') => number },
): TermMatch {
  return { term, start: made.original(start, 'start'), end: made.original(end, 'end') };
}

function targetsOf(term: Term, number: number, folding: FoldOptions, stemmer: Stemmer): Target[] {
  if (isLiteral(term)) return [{ term: number, pattern: patternOf(term.keyword, folding) }];
  if (!isStem(term)) return [];
  const stem = stemmer(term.keyword.word.toLowerCase());
  const pattern = patternOf(prefixOfStem(stem), folding);
  return [{ term: number, pattern, accepts: stemTest(stem, stemmer) }];
}
