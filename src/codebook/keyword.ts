import type { Keyword, Stem } from './codebook.js';
import { doubtKeyword } from './doubts.js';
import { parseExpression } from './expression.js';
import { nameOf } from './identifier.js';
import { parseLiteral } from './literal.js';
import { isProblem, type Problem } from './problem.js';
import { fieldsOf, wrongForm, type Keys } from './yaml/fields.js';
import type { Findings } from './yaml/findings.js';
import { quoted } from './yaml/quoting.js';
import type { Mapping, Node, Range, Text } from './yaml/tree.js';

/** A keyword and where it stands. */
export interface PlacedKeyword {
  readonly keyword: Keyword;
  readonly at: Range;
}

const KEYS: Keys = { of: 'keyword', known: ['stem'] };

/** Line separators come out of `\L`, `\N` and `\P` between double quotation marks; tabs and line feeds are harmless. */
const CONTROL =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Reads the text of a keyword: an expression when it begins with `/`, else words. */
export function parseKeywordText(text: string): Keyword | Problem {
  const written = text.trim();
  if (written === '') return { code: 'QC130', message: 'the keyword is empty' };
  const control = CONTROL.exec(written);
  if (control) return { code: 'QC138', message: `the keyword holds the control character ${nameOf(control[0])}` };
  return written.startsWith('/') ? parseExpression(written) : parseLiteral(written);
}

/** Where a part of a scalar stands in the file; the whole scalar where quoting or folding has changed it. */
function partOf(node: Text, { start, end }: Problem, findings: Findings): Range {
  if (start === undefined || end === undefined) return node;
  const trimmed = node.value.trim();
  const found = findings.text.slice(node.start, node.end).indexOf(trimmed);
  return found < 0 ? node : { start: node.start + found + start, end: node.start + found + end };
}

/** What YAML has cut off an unquoted text as a comment. */
function commentAfter({ end, style }: Text, findings: Findings): string | null {
  const line = findings.line(findings.lineOf(end));
  const comment = style === 'plain' ? /^\s+#.{0,60}/u.exec(findings.text.slice(end, line.end)) : null;
  return comment && comment[0].trimEnd();
}

/** The text of an item that has none begins with # when it was meant to be a keyword. */
function reportEmpty(node: Node, findings: Findings): void {
  const { end } = findings.line(findings.lineOf(node.start));
  const rest = findings.text.slice(node.start, end).trim();
  if (!rest.startsWith('#')) return findings.error('QC130', node, 'the keyword is empty');
  const start = findings.text.indexOf('#', node.start);
  return findings.error('QC130', { start, end }, 'the keyword is empty: # begins a comment');
}

/** The keyword `{stem: word}`; `word` is its node, `at` the whole. */
export function parseStem(word: Node, at: Range, findings: Findings): PlacedKeyword | null {
  if (word.kind !== 'text') {
    if (word.kind === 'nothing') findings.error('QC137', at, 'the stem has no word');
    else wrongForm(word, 'text', '"stem"', findings);
    return null;
  }
  const text = word.value.trim();
  if (!/^[A-Za-z]+$/u.test(text)) {
    findings.error('QC137', word, `"${text}" is not one English word`);
    return null;
  }
  const keyword: Stem = { kind: 'stem', written: `{stem: ${text}}`, word: text };
  return { keyword, at };
}

function parseStemMap(node: Mapping, findings: Findings): PlacedKeyword | null {
  const word = fieldsOf(node, KEYS, findings).get('stem');
  if (word) return parseStem(word, node, findings);
  if (node.entries.length === 0) wrongForm(node, 'text', 'a keyword', findings);
  return null;
}

/** Reads one keyword: a text, or `{stem: word}`. Null where a mistake was reported. */
export function parseKeyword(node: Node, findings: Findings): PlacedKeyword | null {
  if (node.kind === 'mapping') return parseStemMap(node, findings);
  if (node.kind === 'nothing') reportEmpty(node, findings);
  if (node.kind !== 'text') {
    wrongForm(node, 'text', 'a keyword', findings);
    return null;
  }
  const keyword = parseKeywordText(node.value);
  if (!isProblem(keyword)) {
    doubtKeyword(node, keyword, findings);
    return { keyword, at: node };
  }
  const comment = keyword.code === 'QC134' ? commentAfter(node, findings) : null;
  const message = comment ? `${keyword.message}: # begins a comment` : keyword.message;
  const remedy = comment ? `put it between quotation marks: ${quoted(node.value + comment)}` : keyword.remedy;
  findings.error(keyword.code, partOf(node, keyword, findings), message, remedy);
  return null;
}

/** Reads the keywords of a list, or one that stands alone. */
export function parseKeywords(node: Node, findings: Findings): readonly PlacedKeyword[] {
  const items = node.kind === 'list' ? node.items : [node];
  return items.map((item) => parseKeyword(item, findings)).filter((keyword) => keyword !== null);
}
