import { rangeOf, within } from '../../codebook/yaml/embedded.js';
import type { Findings } from '../../codebook/yaml/findings.js';
import type { Text } from '../../codebook/yaml/tree.js';
import type { Diagnostic } from '../../core/diagnostic.js';
import { bindQuery } from '../query/bind.js';
import { type Bound, isCondition } from '../query/bound.js';
import { QUERY } from '../query/parse.js';
import { type QueryNames, readCaseQuery, worded } from '../query/read.js';
import type { SavedQuery } from '../query/saved.js';
import type { Query, Written } from '../query/syntax.js';
import { extentOf, written } from '../query/written.js';
import type { CaseExpression } from './expression.js';
import type { Fact } from './theory.js';

/** What expressions are read with; facts are collected, each once. */
export interface ExpressionReader {
  readonly names: QueryNames;
  readonly findings: Findings;
  /** Mistakes of the saved queries that expressions name: they stand in qcode.yaml. */
  readonly elsewhere: Diagnostic[];
  /** Each as it is written. */
  readonly asked: SavedQuery[];
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
  { names, findings, elsewhere, asked, themes, facts }: ExpressionReader,
  mayReadThemes: boolean,
): { readonly text: string; readonly of: CaseExpression } | undefined {
  const text = node.value.trim().normalize('NFC');
  const at = rangeOf(node, text, findings);
  let isSound = true;
  asked.push({ text, place: findings.place(at) });
  const { value: query, diagnostics: found } = readCaseQuery(text, names);
  tell(found);
  if (!query) return undefined;
  const of = read(query.of);
  return isSound ? { text: worded(text, query.of), of } : undefined;

  /** Mistakes of the expression, in the file. */
  function tell(diagnostics: readonly Diagnostic[]): void {
    for (const one of diagnostics) {
      const { code, severity, message, remedy, place } = one;
      isSound &&= severity !== 'error';
      if (place?.file !== QUERY) elsewhere.push(one);
      else {
        const tellOf = severity === 'error' ? 'error' : 'warning';
        findings[tellOf](code === 'QC470' ? 'QC480' : code, within(at, text, place), message, remedy);
      }
    }
  }

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
    if (part.kind === 'not' && !isCondition(part.of)) return { kind: 'not', of: read(part.of) };
    if ((part.kind === 'and' || part.kind === 'or') && isOfCase(part))
      return { kind: part.kind, left: read(part.left), right: read(part.right) };
    return { kind: 'fact', at: factOf(part) };
  }

  /** Whether `and` and `or` join what is said of the case; a condition beside a code is asked of the code's codings. */
  function isOfCase(part: Query & { readonly kind: 'and' | 'or' }): boolean {
    const conditions = [part.left, part.right].filter(isCondition).length;
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
    const { value, diagnostics } = bindQuery({ kind: 'case', of: part, ...span }, text, names.codebook);
    tell(diagnostics);
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
    findings.error(code, within(at, text, { file: QUERY, column, width }), message, remedy);
    isSound = false;
  }
}
