import type { Diagnostic } from '../core/diagnostic.js';
import { type AskedCondition, conditionsIn, conditionsOfSaved } from '../measure/query/asked-condition.js';
import type { BoundQuery } from '../measure/query/bound.js';
import { selectableCodes } from '../measure/query/known.js';
import { readBound, readSaved } from '../measure/query/read.js';
import { RETURNS, type Returned, sharingRelation } from '../measure/query/returned.js';
import type { AskedQuery } from '../measure/query/select.js';
import type { Study } from '../store/study.js';
import type { Values } from './command.js';
import { Halt, UsageError } from './failure.js';

/** The query that `--query` and `--return` put; undefined where there is none. */
export function askedQuery(values: Values, study: Study): AskedQuery | undefined {
  const typed = values.one('query');
  const wanted = values.one('return');
  if (typed === undefined) {
    if (wanted === undefined) return undefined;
    throw new UsageError('--return is of what a query selects', 'Add --query QUERY, or leave it out.');
  }
  if (!study.codebook) throw new UsageError('a query wants a codebook', 'Name one with --codebook FILE.');
  const names = { codebook: study.codebook, queries: study.settings.queries };
  const name = typed.startsWith('@') ? typed.slice(1).trim() : '';
  // A name with spaces needs no quotation marks where nothing else is asked.
  const isName = Object.hasOwn(names.queries, name);
  const { value: query, diagnostics } = isName ? readSaved(name, names) : readBound(typed, names);
  if (!query) throw new Halt(diagnostics.map((one) => notACode(one, study)));
  const returns = RETURNS.find((one) => one === wanted) ?? 'segment';
  requireShared(returns, query);
  const conditions = isName ? conditionsOfSaved(name, names) : conditionsIn(typed, names);
  return { query, returns, conditions, doubts: diagnostics, ...(query.text !== typed && { typed }) };
}

/** What is no code may be something else that the study has. */
function notACode(one: Diagnostic, { cases }: Study): Diagnostic {
  const { code, place } = one;
  if (code !== 'QC471' || place?.column === undefined) return one;
  const from = place.column - 1;
  const name = Array.from(place.excerpt ?? '')
    .slice(from, from + (place.width ?? 1))
    .join('');
  if (cases.key === 'case' && cases.rows.has(name))
    return { ...one, remedy: `It is a case: --case ${name}, or case = ${name} in a query.` };
  return cases.attributes.includes(name) ? { ...one, remedy: `It is an attribute: compare it, ${name} = ….` } : one;
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
  return Object.keys(queries).flatMap((name) => readSaved(name, { codebook, queries }).diagnostics);
}

/** What the saved queries of a study ask of attributes. */
export function savedConditions({ codebook, settings: { queries } }: Study): AskedCondition[] {
  return codebook ? Object.keys(queries).flatMap((name) => conditionsOfSaved(name, { codebook, queries })) : [];
}

/** The query in words, for the notes of tables. */
export function queryInWords({ query: { text, root, cases }, typed, returns }: AskedQuery): string[] {
  const of = returns === 'overlap' ? 'shared parts of ' : returns === 'unit' ? 'the units around ' : '';
  const selectable = selectableCodes(root);
  return [
    `only ${of}codings where ${text}${typed === undefined ? '' : ` (${typed})`}`,
    ...(selectable === null ? [] : ['codes that the query cannot select are not counted (–)']),
    ...(cases.length === 0 ? [] : ['of a case, what nobody looked for counts as not there']),
  ];
}
