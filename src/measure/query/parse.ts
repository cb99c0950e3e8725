import type { Outcome, Place } from '../../core/diagnostic.js';
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
  isOwnWord,
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
 * Codes are an id, a pattern, or `@name`, in whose place `readQuery` puts the saved query. `case has` reaches to the end of
 * the query or to the bracket that closes around it. The language's own words may be written in capitals; a code or value
 * of such a name stands between quotation marks.
 */
export function parseQuery(text: string): Outcome<Query> {
  const tokens = tokensOf(text);
  if ('kind' in tokens) return mistake(text, tokens, tokens.message, tokens.remedy);
  const beyond = tokens[MOST_WORDS];
  if (beyond) return mistake(text, beyond, `the query has more than ${MOST_WORDS} words and brackets`, SHORTER);
  try {
    return { value: new QueryReader(tokens).whole(), diagnostics: [] };
  } catch (error) {
    if (!(error instanceof Unexpected)) throw error;
    return mistake(text, error.at, error.message, error.remedy);
  }
}

/** What nobody writes by hand is refused before it exhausts anything: words and brackets, and how deep they stand. */
const MOST_WORDS = 3000;
const DEEPEST = 100;
const SHORTER = 'Ask for less at once: a pattern such as strategy/* stands for many codes.';

/** The file in places of what is wrong with a query. */
export const QUERY = 'query';

/** Where part of a query stands. */
export function placeIn(text: string, at: Written): Place {
  const before = Array.from(text.slice(0, at.start)).length;
  const width = Math.max(1, Array.from(text.slice(at.start, at.end)).length);
  return { file: QUERY, line: 1, column: before + 1, excerpt: text, width };
}

/** A finding about part of a query. */
export function mistake(text: string, at: Written, message: string, remedy: string, code = 'QC470'): Outcome<never> {
  return { diagnostics: [{ ...finding(code, message, placeIn(text, at)), remedy }] };
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

/** Reads tokens from left to right: its place among them is its only state. */
class QueryReader {
  #at = 0;
  /** How many brackets, `not` and `case has` are open here. */
  #depth = 0;

  constructor(readonly tokens: readonly Token[]) {}

  whole(): Query {
    if (this.tokens.length === 1) throw this.#unexpected('codes', 'Name a code, such as trust, or see METHODS.');
    const query = this.#or();
    const { kind }: Token = this.#next;
    if (kind === 'end') return query;
    if (kind === 'close') throw this.#unexpected('nothing more', 'No bracket is open here: take it away.');
    throw this.#unexpected('and, or, or an operator', this.#remedyForMore());
  }

  /** What to do where one word too many follows. */
  #remedyForMore(): string {
    const [comparison, last] = [this.tokens[this.#at - 2], this.tokens[this.#at - 1]];
    const { kind, text } = this.#next;
    if (/[,，、;；]$/.test(last?.text ?? '')) return 'No comma stands between codes: write or, and, or an operator.';
    if (comparison?.kind === 'comparison' && last?.kind === 'word' && kind === 'word')
      return `A value of several words stands between quotation marks: "${last.text} ${text}".`;
    return `Operators are ${OPERATORS.join(', ')}.`;
  }

  /** Reads what stands within something. */
  #within(read: () => Query): Query {
    if (++this.#depth > DEEPEST)
      throw new Unexpected(this.#next, `more than ${DEEPEST} brackets and nots are open`, SHORTER);
    const query = read();
    this.#depth--;
    return query;
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
    const found = kind === 'end' ? 'the query ends' : `there is ${kind === 'quoted' ? `"${text}"` : text}`;
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
    return this.#take('not') ? { kind: 'not', of: this.#within(() => this.#not()) } : this.#proximity();
  }

  #proximity(): Query {
    let left = this.#primary();
    for (;;) {
      const operator = OPERATORS.find((one) => this.#is(one));
      if (operator === undefined) return left;
      if (operator === 'within' && this.#isDistance()) throw this.#unexpected('no distance', DISTANCES);
      this.#at++;
      const right = this.#primary();
      left = { kind: 'relation', operator, left, right, distance: this.#distance(operator) };
    }
  }

  /** `within 2 turns`: a number, or what should be one, tells it from the operator. */
  #isDistance(): boolean {
    if (!this.#is('within')) return false;
    return isNumber(this.tokens[this.#at + 1]) || unitIn(this.tokens[this.#at + 2]) !== undefined;
  }

  #distance(operator: Operator): Distance | null {
    if (!this.#isDistance()) return null;
    if (!DISTANT.has(operator)) {
      throw this.#unexpected('no distance', `${[...DISTANT].join(', ')} take one; ${operator} does not.`);
    }
    this.#at++;
    const number = this.#next;
    if (!isNumber(number)) throw this.#unexpected('a whole number', 'Write it in digits: within 2 turns.');
    this.#at++;
    const unit = unitIn(this.#next);
    if (unit === undefined) throw this.#unexpected('a unit', `Units are ${DISTANCE_UNITS.map(plural).join(', ')}.`);
    this.#at++;
    return { most: Number(digitsOf(number)), unit };
  }

  #primary(): Query {
    const { start } = this.#next;
    if (this.#next.kind === 'open') return this.#bracketed();
    if (this.#is('case') && this.#is('has', 1)) {
      this.#at += 2;
      const of = this.#within(() => this.#or());
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
    const query = this.#within(() => this.#or());
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
    // Nothing between quotation marks asks for what nobody gave.
    if (kind === 'quoted' && text === '' && comparison !== '~') {
      this.#at++;
      return { text, quoted: true, start, end };
    }
    return this.#word('a value');
  }

  #word(expected: string): Word {
    const { kind, text, start, end } = this.#next;
    const isOwn = kind === 'word' && isOwnWord(text);
    if ((kind !== 'word' && kind !== 'quoted') || isOwn || text === '') {
      const named = `If ${text} is the name of ${expected}, write "${text}".`;
      const isNot = isOwn && text.toLowerCase() === 'not' && expected === 'a code';
      const remedy = isNot ? 'Write it between brackets: (not …).' : isOwn ? named : `Name ${expected}.`;
      throw this.#unexpected(expected, remedy);
    }
    this.#at++;
    return { text, quoted: kind === 'quoted', start, end };
  }
}

const DISTANCES = `A distance stands once, behind the codes of ${[...DISTANT].join(', ')}: a near b within 2 turns.`;

const digitsOf = (token: Token | undefined): string => token?.text.normalize('NFKC') ?? '';

const isNumber = (token: Token | undefined): boolean => /^\d+$/.test(digitsOf(token));

function unitIn(token: Token | undefined): DistanceUnit | undefined {
  const written = token?.kind === 'word' ? token.text.toLowerCase() : '';
  return DISTANCE_UNITS.find((one) => written === one || written === `${one}s`);
}

function plural(unit: DistanceUnit): string {
  return `${unit}s`;
}
