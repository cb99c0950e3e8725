import type { Codebook } from '../../codebook/codebook.js';
import { rangeOf, within } from '../../codebook/yaml/embedded.js';
import type { Findings } from '../../codebook/yaml/findings.js';
import type { Text } from '../../codebook/yaml/tree.js';
import type { Bound } from '../query/bound.js';
import { bindQuery } from '../query/bind.js';
import { parseQuery } from '../query/parse.js';
import type { Query, Word, Written } from '../query/syntax.js';
import type { CaseExpression } from './expression.js';
import type { Fact } from './theory.js';

/** What expressions are read with; facts are collected, each once. */
export interface ExpressionReader {
  readonly codebook: Codebook;
  readonly findings: Findings;
  /** The themes of all rules. */
  readonly themes: ReadonlySet<string>;
  readonly facts: Fact[];
}

/**
 * Reads a case-level expression: `and`, `or` and `not` join themes and facts, which are what single codings, or pairs of
 * them in one source, answer. Undefined where it cannot be read, which is reported.
 *
 * @param mayReadThemes whether what rules add may be asked for, or only what codings say
 */
export function readExpression(
  node: Text,
  { codebook, findings, themes, facts }: ExpressionReader,
  mayReadThemes: boolean,
): { readonly text: string; readonly of: CaseExpression } | undefined {
  const text = node.value.trim().normalize('NFC');
  const at = rangeOf(node, text, findings);
  const before = findings.count;
  const parsed = parseQuery(text);
  for (const { message, remedy, place } of parsed.diagnostics)
    findings.error('QC480', within(at, text, place), message, remedy);
  if (!parsed.value) return undefined;
  // `case has` may stand before the whole: it is always the case that is asked.
  const query = parsed.value.kind === 'case' ? parsed.value.of : parsed.value;
  const of = read(query);
  return findings.count === before ? { text, of } : undefined;

  function read(part: Query): CaseExpression {
    if (part.kind === 'codes' && themes.has(part.word.text)) {
      if (!mayReadThemes)
        wrong(
          part.word,
          'QC482',
          `"${part.word.text}" is a theme`,
          'What is expected is held against codes: name codes.',
        );
      return { kind: 'theme', name: part.word.text };
    }
    if (part.kind === 'not' && !isConditionOn(part.of)) return { kind: 'not', of: read(part.of) };
    if ((part.kind === 'and' || part.kind === 'or') && isOfCase(part))
      return { kind: part.kind, left: read(part.left), right: read(part.right) };
    return { kind: 'fact', at: factOf(part) };
  }

  /** Whether `and` and `or` join what is said of the case; a condition beside a code is asked of the code's codings. */
  function isOfCase(part: Query & { readonly kind: 'and' | 'or' }): boolean {
    const conditions = [part.left, part.right].filter(isConditionOn).length;
    if (conditions === 0 || part.kind === 'or') return conditions < 2;
    return conditions === 1 && (readsTheme(part.left) || readsTheme(part.right));
  }

  function readsTheme(part: Query): boolean {
    if (part.kind === 'codes') return themes.has(part.word.text);
    if (part.kind === 'not') return readsTheme(part.of);
    return (part.kind === 'and' || part.kind === 'or') && (readsTheme(part.left) || readsTheme(part.right));
  }

  function factOf(part: Query): number {
    const span = extentOf(part);
    const { value, diagnostics } = bindQuery({ kind: 'case', of: part, ...span }, text, codebook);
    for (const { code, message, remedy, place } of diagnostics)
      findings.error(code === 'QC470' ? 'QC480' : code, within(at, text, place), message, remedy);
    const words = value && value.searches.length > 0;
    if (words)
      wrong(
        span,
        'QC480',
        'a theory asks for codings, not for words',
        'Code the words first, with a keyword or qcode find.',
      );
    if (!value || words) return 0;
    const fact = { text: written(part), bound: value.cases[0] as Bound };
    const known = facts.findIndex((one) => one.text === fact.text);
    return known >= 0 ? known : facts.push(fact) - 1;
  }

  function wrong(span: Written, code: string, message: string, remedy: string): void {
    const column = Array.from(text.slice(0, span.start)).length + 1;
    const width = Array.from(text.slice(span.start, span.end)).length;
    findings.error(code, within(at, text, { file: findings.file, column, width }), message, remedy);
  }
}

function isConditionOn(query: Query): boolean {
  switch (query.kind) {
    case 'condition':
    case 'case':
      return true;
    case 'not':
      return isConditionOn(query.of);
    case 'and':
    case 'or':
      return isConditionOn(query.left) && isConditionOn(query.right);
    default:
      return false;
  }
}

/** A query in words, the same for all ways of writing it that differ in white space and brackets only. */
function written(query: Query): string {
  switch (query.kind) {
    case 'codes':
      return wordOf(query.word);
    case 'condition':
      return `${wordOf(query.subject)} ${query.comparison} ${wordOf(query.value)}`;
    case 'case':
      return `case has ${bracketed(query.of)}`;
    case 'not':
      return `not ${bracketed(query.of)}`;
    case 'relation': {
      const { operator, distance } = query;
      const reach = distance ? ` within ${distance.most} ${distance.unit}${distance.most === 1 ? '' : 's'}` : '';
      return `${bracketed(query.left)} ${operator} ${bracketed(query.right)}${reach}`;
    }
    default:
      return `${bracketed(query.left)} ${query.kind} ${bracketed(query.right)}`;
  }
}

const bracketed = (query: Query): string =>
  query.kind === 'codes' || query.kind === 'condition' ? written(query) : `(${written(query)})`;

const wordOf = ({ text, quoted }: Word): string => (quoted ? `"${text}"` : text);

/** From the first word of a query to its last, for messages. */
function extentOf(query: Query): Written {
  switch (query.kind) {
    case 'codes':
      return { start: query.word.start, end: query.word.end };
    case 'condition':
    case 'case':
      return { start: query.start, end: query.end };
    case 'not':
      return extentOf(query.of);
    default:
      return { start: extentOf(query.left).start, end: extentOf(query.right).end };
  }
}
