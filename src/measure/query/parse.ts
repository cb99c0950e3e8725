import type { Outcome } from '../../core/diagnostic.js';
import { finding } from '../../core/finding.js';
import {
  COMPARISONS,
  type Comparison,
  DISTANCE_UNITS,
  DISTANT,
  type Distance,
  type DistanceUnit,
  OPERATORS,
  type Operator,
  type Query,
  type Word,
  type Written,
} from './syntax.js';
import { type Token, tokensOf } from './token.js';

/**
 * Reads a query. The first mistake ends it, with its place and what was expected there.
 *
 *     query     = and {"or" and}
 *     and       = not {"and" not}
 *     not       = "not" not | proximity
 *     proximity = primary {operator primary ["within" number unit]}
 *     primary   = "(" query ")" | "case" "has" query | name comparison value | codes
 *
 * `case has` reaches to the end of the query or to the bracket that closes around it. The language's own words may be
 * written in capitals; a code or value of such a name stands between quotation marks.
 */
export function parseQuery(text: string): Outcome<Query> {
  const tokens = tokensOf(text);
  if ('kind' in tokens) return mistake(text, tokens, tokens.message, tokens.remedy);
  try {
    return { value: new QueryReader(tokens).whole(), diagnostics: [] };
  } catch (error) {
    if (!(error instanceof Unexpected)) throw error;
    return mistake(text, error.at, error.message, error.remedy);
  }
}

/** A finding about part of a query. */
export function mistake(text: string, at: Written, message: string, remedy: string, code = 'QC470'): Outcome<never> {
  const before = Array.from(text.slice(0, at.start)).length;
  const width = Math.max(1, Array.from(text.slice(at.start, at.end)).length);
  const place = { file: 'query', line: 1, column: before + 1, excerpt: text, width };
  return { diagnostics: [{ ...finding(code, message, place), remedy }] };
}

/** Ends the reading from whatever depth; caught in `parseQuery` alone. */
class Unexpected extends Error {
  constructor(
    readonly at: Written,
    message: string,
    readonly remedy: string,
  ) {
    super(message);
  }
}

const OWN_WORDS: ReadonlySet<string> = new Set(['and', 'or', 'not', ...OPERATORS]);

/** Reads tokens from left to right: its place among them is its only state. */
class QueryReader {
  #at = 0;

  constructor(readonly tokens: readonly Token[]) {}

  whole(): Query {
    if (this.tokens.length === 1) throw this.#unexpected('codes', 'Name a code, such as trust, or see METHODS.');
    const query = this.#or();
    const { kind }: Token = this.#next;
    if (kind === 'end') return query;
    if (kind === 'close') throw this.#unexpected('nothing more', 'No bracket is open here: take it away.');
    throw this.#unexpected('and, or, or an operator', `Operators are ${OPERATORS.join(', ')}.`);
  }

  get #next(): Token {
    return this.tokens[this.#at]!;
  }

  #is(word: string, ahead = 0): boolean {
    const token = this.tokens[this.#at + ahead];
    return token?.kind === 'word' && token.text.toLowerCase() === word;
  }

  /** Takes a word of the language where it stands here. */
  #take(word: string): boolean {
    if (!this.#is(word)) return false;
    this.#at++;
    return true;
  }

  #unexpected(expected: string, remedy: string): Unexpected {
    const { kind, text } = this.#next;
    const found = kind === 'end' ? 'the query ends' : `there is ${text}`;
    return new Unexpected(this.#next, `${found} where ${expected} should stand`, remedy);
  }

  #or(): Query {
    let left = this.#and();
    while (this.#take('or')) left = { kind: 'or', left, right: this.#and() };
    return left;
  }

  #and(): Query {
    let left = this.#not();
    while (this.#take('and')) left = { kind: 'and', left, right: this.#not() };
    return left;
  }

  #not(): Query {
    return this.#take('not') ? { kind: 'not', of: this.#not() } : this.#proximity();
  }

  #proximity(): Query {
    let left = this.#primary();
    for (;;) {
      const operator = OPERATORS.find((one) => this.#is(one));
      if (operator === undefined) return left;
      this.#at++;
      const right = this.#primary();
      left = { kind: 'relation', operator, left, right, distance: this.#distance(operator) };
    }
  }

  /** `within 2 turns`: a number tells it from the operator. */
  #distance(operator: Operator): Distance | null {
    const number = this.tokens[this.#at + 1];
    if (!this.#is('within') || !/^\d+$/.test(number?.text ?? '')) return null;
    if (!DISTANT.has(operator)) {
      throw this.#unexpected('no distance', `${[...DISTANT].join(', ')} take one; ${operator} does not.`);
    }
    this.#at += 2;
    const written = this.#next.text.toLowerCase();
    const unit = DISTANCE_UNITS.find((one) => written === one || written === `${one}s`);
    if (unit === undefined) throw this.#unexpected('a unit', `Units are ${DISTANCE_UNITS.map(plural).join(', ')}.`);
    this.#at++;
    return { most: Number(number!.text), unit };
  }

  #primary(): Query {
    const { start } = this.#next;
    if (this.#next.kind === 'open') return this.#bracketed();
    if (this.#is('case') && this.#is('has', 1)) {
      this.#at += 2;
      const of = this.#or();
      return { kind: 'case', of, start, end: this.tokens[this.#at - 1]!.end };
    }
    const word = this.#word('a code');
    if (this.#next.kind !== 'comparison') return { kind: 'codes', word };
    const comparison = this.#comparison();
    const value = this.#value(comparison);
    return { kind: 'condition', subject: word, comparison, value, start, end: value.end };
  }

  #bracketed(): Query {
    const open = this.#next;
    this.#at++;
    const query = this.#or();
    if (this.#next.kind === 'close') {
      this.#at++;
      return query;
    }
    if (this.#next.kind !== 'end') throw this.#unexpected('and, or, an operator or )', 'Close the bracket first.');
    throw new Unexpected(open, 'this bracket is not closed', 'Close it with ).');
  }

  #comparison(): Comparison {
    const { text } = this.#next;
    this.#at++;
    return COMPARISONS.find((one) => one === text)!;
  }

  #value(comparison: Comparison): Word {
    const { kind, text, start, end } = this.#next;
    if (comparison === '~' && kind === 'expression') {
      this.#at++;
      return { text, quoted: false, start, end };
    }
    return this.#word('a value');
  }

  #word(expected: string): Word {
    const { kind, text, start, end } = this.#next;
    const isOwn = kind === 'word' && OWN_WORDS.has(text.toLowerCase());
    if ((kind !== 'word' && kind !== 'quoted') || isOwn || text === '') {
      const remedy = isOwn ? `If ${text} is the name of ${expected}, write "${text}".` : `Name ${expected}.`;
      throw this.#unexpected(expected, remedy);
    }
    this.#at++;
    return { text, quoted: kind === 'quoted', start, end };
  }
}

function plural(unit: DistanceUnit): string {
  return `${unit}s`;
}
