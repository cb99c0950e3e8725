import { rangeOf, within } from '../../codebook/yaml/embedded.js';
import type { Findings } from '../../codebook/yaml/findings.js';
import type { Text } from '../../codebook/yaml/tree.js';
import type { Diagnostic } from '../../core/diagnostic.js';
import { bindQuery } from '../query/bind.js';
import { type Bound, isCondition } from '../query/bound.js';
import { QUERY } from '../query/parse.js';
import { type QueryNames, readCaseQuery, worded } from '../query/read.js';
import type { SavedQuery } from '../query/saved.js';
import type { Query, Word, Written } from '../query/syntax.js';
import { extentOf, written } from '../query/written.js';
import { isOfCase, isTheme } from './case-parts.js';
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
  asked.push({ text, place: findings.place(at) });
  const { value: query, diagnostics: found } = readCaseQuery(text, names);
  const isSound = tell(found);
  const of = query && read(query.of);
  if (!isSound || !of) return undefined;
  const words = worded(text, query.of);
  return { text: words === text ? text : `${words} (${text})`, of };

  /** Mistakes of the expression, in the file; whether there is none that keeps it from being asked. */
  function tell(diagnostics: readonly Diagnostic[]): boolean {
    for (const one of diagnostics) {
      const { code, severity, message, remedy, place } = one;
      if (place?.file !== QUERY) elsewhere.push(one);
      else {
        const tellOf = severity === 'error' ? 'error' : 'warning';
        findings[tellOf](code === 'QC470' ? 'QC480' : code, within(at, text, place), message, remedy);
      }
    }
    return diagnostics.every(({ severity }) => severity !== 'error');
  }

  /** Null after a mistake; all that an expression has are told. */
  function read(part: Query): CaseExpression | null {
    if (isTheme(part, themes)) return mayReadThemes ? { kind: 'theme', name: part.word.text } : noTheme(part.word);
    if (part.kind === 'not' && !isCondition(part.of)) {
      const of = read(part.of);
      return of && { kind: 'not', of };
    }
    if ((part.kind === 'and' || part.kind === 'or') && isOfCase(part, themes)) {
      const [left, right] = [read(part.left), read(part.right)];
      return left && right && { kind: part.kind, left, right };
    }
    return factOf(part);
  }

  function factOf(part: Query): CaseExpression | null {
    const span = extentOf(part);
    const { value, diagnostics } = bindQuery({ kind: 'case', of: part, ...span }, text, names.codebook);
    if (!tell(diagnostics) || !value) return null;
    if (value.searches.length > 0) {
      const remedy = 'Code the words first, with a keyword or qcode find.';
      return wrong(span, 'QC480', 'a theory asks for codings, not for words', remedy);
    }
    const fact = { text: written(part), bound: value.cases[0] as Bound };
    const known = facts.findIndex((one) => one.text === fact.text);
    return { kind: 'fact', at: known >= 0 ? known : facts.push(fact) - 1 };
  }

  function noTheme(word: Word): null {
    const remedy = 'What is expected is held against codes: name codes.';
    return wrong(word, 'QC482', `"${word.text}" is a theme`, remedy);
  }

  function wrong(span: Written, code: string, message: string, remedy: string): null {
    const column = Array.from(text.slice(0, span.start)).length + 1;
    const width = Array.from(text.slice(span.start, span.end)).length;
    findings.error(code, within(at, text, { file: QUERY, column, width }), message, remedy);
    return null;
  }
}
