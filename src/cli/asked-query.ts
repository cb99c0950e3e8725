import { nearest } from '../core/suggest.js';
import { bindQuery } from '../measure/query/bind.js';
import { selectableCodes } from '../measure/query/known.js';
import { parseQuery } from '../measure/query/parse.js';
import { RETURNS, type Returned, sharingRelation } from '../measure/query/returned.js';
import type { AskedQuery } from '../measure/query/select.js';
import { inFile } from '../store/saved-queries.js';
import type { Study } from '../store/study.js';
import type { Diagnostic, Outcome } from '../core/diagnostic.js';
import type { BoundQuery } from '../measure/query/bound.js';
import type { Codebook } from '../codebook/codebook.js';
import type { Values } from './command.js';
import { Halt, UsageError } from './failure.js';

/** The query that `--query` and `--return` put; undefined where there is none. */
export function askedQuery(values: Values, study: Study): AskedQuery | undefined {
  const written = values.one('query');
  const wanted = values.one('return');
  if (written === undefined) {
    if (wanted === undefined) return undefined;
    throw new UsageError('--return is of what a query selects', 'Add --query QUERY, or leave it out.');
  }
  if (!study.codebook) throw new UsageError('a query wants a codebook', 'Name one with --codebook FILE.');
  const name = written.startsWith('@') ? written.slice(1).trim() : undefined;
  const query = name === undefined ? need(readQuery(written, study.codebook)) : saved(name, study, study.codebook);
  const returns = RETURNS.find((one) => one === wanted) ?? 'segment';
  requireShared(returns, query);
  return { query, returns, ...(name !== undefined && { name }) };
}

/** Reads a query and looks up its codes. */
export function readQuery(text: string, codebook: Codebook): Outcome<BoundQuery> {
  const { value, diagnostics } = parseQuery(text);
  return value ? bindQuery(value, text, codebook) : { diagnostics };
}

function saved(name: string, { settings: { queries } }: Study, codebook: Codebook): BoundQuery {
  const known = Object.hasOwn(queries, name) ? queries[name] : undefined;
  if (known) {
    const { value, diagnostics } = readQuery(known.text, codebook);
    if (value) return value;
    throw new Halt(diagnostics.map((one) => inFile(one, known)));
  }
  const names = Object.keys(queries);
  const close = nearest(name, names);
  throw new UsageError(
    `qcode.yaml has no query "${name}"`,
    close
      ? `Did you mean @${close}?`
      : names.length > 0
        ? `Its queries are ${names.map((one) => `@${one}`).join(', ')}.`
        : 'Write it there: queries: {NAME: QUERY}.',
  );
}

function need({ value, diagnostics }: Outcome<BoundQuery>): BoundQuery {
  if (value) return value;
  throw new Halt(diagnostics);
}

function requireShared(returns: Returned, { text, root }: BoundQuery): void {
  if (returns !== 'overlap' || sharingRelation(root) !== null) return;
  throw new UsageError(
    `--return overlap wants a part that two segments share, and "${text}" asks for none`,
    'Join two codes at its top with co-occurs, overlaps, within or encloses; conditions may stand beside them with and.',
  );
}

/** Mistakes in the saved queries of a study that show only beside its codebook. */
export function savedQueryFindings({ codebook, settings: { queries } }: Study): Diagnostic[] {
  if (!codebook) return [];
  return Object.values(queries).flatMap((saved) =>
    readQuery(saved.text, codebook).diagnostics.map((one) => inFile(one, saved)),
  );
}

/** The query in words, for the notes of tables. */
export function queryInWords({ query: { text, root, cases }, name, returns }: AskedQuery): string[] {
  const of = returns === 'overlap' ? 'shared parts of ' : returns === 'unit' ? 'the units around ' : '';
  const selectable = selectableCodes(root);
  return [
    `only ${of}codings where ${text}${name === undefined ? '' : ` (@${name})`}`,
    ...(selectable === null ? [] : ['codes that the query cannot select are not counted (–)']),
    ...(cases.length === 0 ? [] : ['of a case, what nobody looked for counts as not there']),
  ];
}
