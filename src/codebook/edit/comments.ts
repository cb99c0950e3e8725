import { Lexer } from 'yaml';
import type { Range } from '../yaml/tree.js';

/** Signs of the lexer that stand for nothing in the text: the start of a document, the end of a flow, and a scalar. */
const SIGNS = new Set(['\u0002', '\u0018', '\u001f']);
const SCALAR = '\u001f';

/** The comments of a YAML text, each from its `#` to the end of its line, in text order. */
export function commentsIn(text: string): Range[] {
  const found: Range[] = [];
  let offset = 0;
  let before = '';
  for (const lexeme of new Lexer().lex(text)) {
    if (!SIGNS.has(lexeme)) {
      if (lexeme.startsWith('#') && before !== SCALAR) found.push({ start: offset, end: offset + lexeme.length });
      offset += lexeme.length;
    }
    before = lexeme;
  }
  return found;
}

/** What a comment says. */
export const wordsOf = (comment: string): string => comment.replace(/^[#\s]+/u, '').trimEnd();
