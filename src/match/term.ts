import type { Code, Codebook, Expression, Keyword, Literal, Rule, Stem } from '../codebook/codebook.js';
import type { Span } from '../core/span.js';

/** What a keyword's match does for a rule or a code. */
export type Part = 'any' | 'near' | 'unless' | 'except';

/** One place in the codebook that uses a term. For `except` the rule is −1: it holds for the whole code. */
export interface Use {
  readonly part: Part;
  /** Position in `codebook.codes`. */
  readonly code: number;
  /** Position in the code's `rules`. */
  readonly rule: number;
}

/** A keyword as the matcher knows it: however often the codebook names it, it is looked for once. */
export interface Term<K extends Keyword = Keyword> {
  readonly keyword: K;
  readonly uses: readonly Use[];
}

/** A place where a term stands. */
export interface TermMatch extends Span {
  /** Position in the list of terms. */
  readonly term: number;
}

/** All distinct keywords of a codebook, in the order of their first mention. */
export function termsOf(codebook: Codebook): readonly Term[] {
  const terms = new Map<string, { keyword: Keyword; uses: Use[] }>();
  const mention = (keyword: Keyword, use: Use): void => {
    const key = identity(keyword);
    const term = terms.get(key) ?? { keyword, uses: [] };
    term.uses.push(use);
    terms.set(key, term);
  };
  codebook.codes.forEach((code, position) => {
    for (const { keyword, part, rule } of mentions(code)) mention(keyword, { part, code: position, rule });
  });
  return [...terms.values()];
}

interface Mention {
  readonly keyword: Keyword;
  readonly part: Part;
  readonly rule: number;
}

function mentions(code: Code): readonly Mention[] {
  return [
    ...code.rules.flatMap((rule: Rule, position) =>
      (['any', 'near', 'unless'] as const).flatMap((part) =>
        rule[part].map((keyword) => ({ keyword, part, rule: position })),
      ),
    ),
    ...code.except.map((keyword) => ({ keyword, part: 'except' as const, rule: -1 })),
  ];
}

function identity(keyword: Keyword): string {
  switch (keyword.kind) {
    case 'literal':
      return `literal ${keyword.exact} ${keyword.atoms.join(' ')}`;
    case 'expression':
      return `expression ${keyword.flags} ${keyword.pattern}`;
    case 'stem':
      return `stem ${keyword.word.toLowerCase()}`;
  }
}

export function isLiteral(term: Term): term is Term<Literal> {
  return term.keyword.kind === 'literal';
}
export function isExpression(term: Term): term is Term<Expression> {
  return term.keyword.kind === 'expression';
}
export function isStem(term: Term): term is Term<Stem> {
  return term.keyword.kind === 'stem';
}
