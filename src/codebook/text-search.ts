import type { Codebook } from './codebook.js';
import { parseLiteral } from './literal.js';
import type { Problem } from './problem.js';

/**
 * A codebook whose only rule finds a text as a keyword does: `fund*`, `service contract`, `资金`, `=ICT`.
 *
 * @param text not empty, without white space at its ends
 * @returns what is wrong where the text is no keyword
 */
export function textSearch(text: string, fold: Codebook['fold']): Codebook | Problem {
  const literal = parseLiteral(text);
  if ('message' in literal) return literal;
  const place = { line: 1, column: 1 };
  const rule = {
    code: 'found',
    index: 0,
    name: text,
    any: [literal],
    near: [],
    unless: [],
    segment: 'match',
    ...place,
  } as const;
  const code = { id: 'found', name: text, examples: [], parent: null, depth: 0, rules: [rule], except: [], ...place };
  return { file: 'the command line', title: text, fold, properties: {}, codes: [code] };
}
