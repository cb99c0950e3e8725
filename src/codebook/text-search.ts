import type { Codebook, Keyword } from './codebook.js';
import { parseKeywordText } from './keyword.js';
import { isProblem, type Problem } from './problem.js';

/**
 * A codebook whose only rule finds a text as a keyword does: `fund*`, `service contract`, `资金`, `=ICT`, `/gr[ae]nt/`,
 * `{stem: fund}`.
 *
 * @param text not empty, without white space at its ends
 * @returns what is wrong where the text is no keyword
 */
export function textSearch(text: string, fold: Codebook['fold']): Codebook | Problem {
  const keyword = keywordOf(text);
  if (isProblem(keyword)) return keyword;
  const place = { line: 1, column: 1 };
  const rule = {
    code: 'found',
    index: 0,
    name: text,
    any: [keyword],
    near: [],
    unless: [],
    segment: 'match',
    ...place,
  } as const;
  const code = {
    id: 'found',
    was: [],
    name: text,
    examples: [],
    parent: null,
    depth: 0,
    rules: [rule],
    except: [],
    ...place,
  };
  return {
    file: 'the command line',
    title: text,
    fold,
    properties: {},
    codes: [code],
    relationTypes: [],
    relations: [],
  };
}

/** A keyword as a codebook has it in one line. Rules with conditions are many lines there, and not looked for here. */
function keywordOf(text: string): Keyword | Problem {
  if (!/^\{.*\}$/s.test(text)) return parseKeywordText(text);
  const word = /^\{ *stem: *([A-Za-z]+) *\}$/.exec(text)?.[1];
  if (word !== undefined) return { kind: 'stem', written: text, word };
  return { code: 'QC137', message: `${text} is a rule, not a keyword` };
}
