import type { Comparison, Written } from './syntax.js';

/** A word of a query, a text between quotation marks, an expression `/…/flags`, a bracket, a comparison, or its end. */
export interface Token extends Written {
  readonly kind: 'word' | 'quoted' | 'expression' | 'open' | 'close' | 'comparison' | 'end';
  /** What it says: without quotation marks, in NFC; brackets and comparisons in their ASCII form. */
  readonly text: string;
}

/** What cannot be read as a token. */
export interface Unreadable extends Written {
  readonly kind: 'unreadable';
  readonly message: string;
  readonly remedy: string;
}

/** Each opening quotation mark with what closes it; Chinese keyboards type the later ones. */
const QUOTATION_MARKS: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '“': '”',
  '‘': '’',
  '「': '」',
  '『': '』',
};
const OPEN = '(（';
const CLOSE = ')）';
const COMPARISON = /^(?:[!！][=＝]|[<＜][=＝]?|[>＞][=＝]?|[=＝]|[~～])/u;
/** What ends a word; `!` does where it begins `!=`. */
const WORD = /^(?:[^\s()（）"“”「」『』=＝<＜>＞~～!！]|[!！](?![=＝]))+/u;
const ASCII: Readonly<Record<string, string>> = { '！': '!', '＝': '=', '＜': '<', '＞': '>', '～': '~' };

/** The tokens of a query, the last of them its end; or what cannot be read. */
export function tokensOf(query: string): readonly Token[] | Unreadable {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    at += /^\s*/u.exec(query.slice(at))![0].length;
    if (at === query.length) return [...tokens, { kind: 'end', text: '', start: at, end: at }];
    const token = tokenAt(query, at, tokens.at(-1)?.text === '~');
    if (token.kind === 'unreadable') return token;
    tokens.push(token);
    at = token.end;
  }
}

function tokenAt(query: string, start: number, mayBeExpression: boolean): Token | Unreadable {
  const rest = query.slice(start);
  const first = rest[0]!;
  const one = { start, end: start + 1 };
  if (OPEN.includes(first)) return { kind: 'open', text: '(', ...one };
  if (CLOSE.includes(first)) return { kind: 'close', text: ')', ...one };
  if (mayBeExpression && first === '/') return expressionAt(rest, start);
  const closing = QUOTATION_MARKS[first];
  if (closing !== undefined) return quotedAt(rest, start, closing);
  // A keyword as rules have it: text ~ =ICT.
  const exact = mayBeExpression ? /^[=＝]/u.exec(rest) && WORD.exec(rest.slice(1))?.[0] : undefined;
  if (exact) return { kind: 'word', text: `=${exact.normalize('NFC')}`, start, end: start + 1 + exact.length };
  const comparison = COMPARISON.exec(rest)?.[0];
  if (comparison !== undefined) {
    const text: string = Array.from(comparison, (sign) => ASCII[sign] ?? sign).join('');
    return { kind: 'comparison', text: text as Comparison, start, end: start + comparison.length };
  }
  const word = WORD.exec(rest)?.[0];
  // The name of a saved query may stand between quotation marks: @"late merger".
  const named = word === '@' ? QUOTATION_MARKS[rest[1] ?? ''] : undefined;
  if (named !== undefined) {
    const name = quotedAt(rest.slice(1), start + 1, named);
    return name.kind === 'unreadable' ? name : { kind: 'word', text: `@${name.text}`, start, end: name.end };
  }
  if (word !== undefined) return { kind: 'word', text: word.normalize('NFC'), start, end: start + word.length };
  return { kind: 'unreadable', message: `${first} closes nothing`, remedy: 'Take it away, or open it before.', ...one };
}

function quotedAt(rest: string, start: number, closing: string): Token | Unreadable {
  const end = rest.indexOf(closing, 1);
  if (end > 0) return { kind: 'quoted', text: rest.slice(1, end).normalize('NFC'), start, end: start + end + 1 };
  return {
    kind: 'unreadable',
    message: `the quotation that begins with ${rest[0]!} does not end`,
    remedy: `Close it with ${closing}.`,
    start,
    end: start + rest.length,
  };
}

/** An expression ends at the first `/` that is neither escaped nor within square brackets. */
function expressionAt(rest: string, start: number): Token | Unreadable {
  const found = /^\/(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\[])+\/[a-z]*/su.exec(rest)?.[0];
  if (found !== undefined) return { kind: 'expression', text: found, start, end: start + found.length };
  return {
    kind: 'unreadable',
    message: 'the expression does not end',
    remedy: 'Write it between slashes: text ~ /gr[ae]nt/.',
    start,
    end: start + rest.length,
  };
}
