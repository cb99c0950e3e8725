import { type Literal, STAR } from '../codebook/codebook.js';

/** Reduces an English word, in lower case, to its stem. */
export type Stemmer = (word: string) => string;

/**
 * The prefix that every word with a stem begins with, as a literal `prefix*`: what the automaton looks for before
 * the stemmer is asked. Porter's rules cut a suffix and then change at most the last letter of what is left
 * (`happy` → `happi`, `hoping` → `hope`), so all but the stem's last letter stand in the word.
 */
export function prefixOfStem(stem: string): Literal {
  const prefix = stem.slice(0, Math.max(1, stem.length - 1));
  return {
    kind: 'literal',
    written: `${prefix}*`,
    atoms: [...[...prefix].map((letter) => letter.codePointAt(0)!), STAR],
    exact: false,
  };
}

/** Answers whether a word of the text has a stem, and remembers the answer: the same few words come again and again. */
export function stemTest(stem: string, stemmer: Stemmer): (word: string) => boolean {
  const answers = new Map<string, boolean>();
  return (word) => {
    const known = answers.get(word);
    if (known !== undefined) return known;
    const answer = /^[a-z]+$/i.test(word) && stemmer(word.toLowerCase()) === stem;
    if (answers.size < LARGEST_MEMORY) answers.set(word, answer);
    return answer;
  };
}

/** Distinct words remembered for a stem; a text of random letters must not fill the memory. */
const LARGEST_MEMORY = 50_000;
