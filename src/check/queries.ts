import type { Diagnostic, Place, Severity } from '../core/diagnostic.js';
import { finding } from '../core/finding.js';
import { nearest } from '../core/suggest.js';
import { ADJUDICATOR, type AnalysisSet, inSet, nameOf } from '../measure/analysis-set.js';
import type { AskedCondition } from '../measure/query/asked-condition.js';
import type { AttributeTest } from '../measure/query/bound.js';
import { asksWhetherGiven, comparesTo } from '../measure/query/compare.js';
import type { Values } from '../measure/values.js';

/*
 * What queries ask of attributes, beside what there is. A name that nobody has would make a 0, or under `not` everything,
 * of a slip of the pen.
 */

/** What is known before any source is read. */
export interface KnownNames {
  readonly codes: readonly string[];
  readonly coders: readonly string[];
  readonly roles: readonly string[];
  /** Columns of tables, whether or not anything stands in them. */
  readonly columns: readonly string[];
}

const BUILT_IN = ['case', 'source', 'speaker', 'role', 'coder'];

/** Roles and coders that there are not, and coders and memos that the set of codings does not hold. */
export function settledConditions(
  conditions: readonly AskedCondition[],
  { coders, roles }: KnownNames,
  set: AnalysisSet,
): Diagnostic[] {
  return conditions.flatMap(({ test, subject, value }) => {
    if (test.kind === 'memo') return set.kind === 'rules' ? [asksHand('memos', subject)] : [];
    if (test.name === 'role') return isThere(test, roles) ? [] : [unknown(test, value, roles, 'error')];
    if (test.name !== 'coder' || asksWhetherGiven(test) || !isEquality(test)) return [];
    if (!isThere(test, coders)) {
      const others = coders.filter((coder) => coder !== ADJUDICATOR || coders.length === 1);
      return [unknown(test, value, others, 'error')];
    }
    if (set.kind === 'rules') return [asksHand('coders', subject)];
    const own = coders.filter((coder) => inSet(coder, set));
    if (isThere(test, own)) return [];
    const message = `figures come from ${nameOf(set)}: there is nothing of "${test.value}" among them`;
    return [
      { ...finding('QC491', message, value, 'warning'), remedy: 'Choose codings with --coder, --manual or --all.' },
    ];
  });
}

function asksHand(what: string, place: Place): Diagnostic {
  const message = `keyword hits have no ${what}: the query can find none`;
  return { ...finding('QC491', message, place, 'warning'), remedy: 'Choose codings with --coder, --manual or --all.' };
}

/** Attributes that nobody has, as errors; values that nobody has, as warnings. */
export function askedOfNobody(
  conditions: readonly AskedCondition[],
  { codes, columns }: KnownNames,
  { attributes, values }: Values,
): Diagnostic[] {
  return conditions.flatMap(({ test, subject, value }) => {
    if (test.kind === 'memo' || test.name === 'coder' || test.name === 'role') return [];
    const { name } = test;
    const there = [...(values.get(name) ?? [])];
    if (there.length === 0 && !columns.includes(name) && !BUILT_IN.includes(name)) {
      const known = [...new Set([...BUILT_IN, ...columns, ...attributes])];
      const remedy = codes.includes(name) || name === 'code' ? CODE : orKnown(nearest(name, known), known);
      return [{ ...finding('QC490', `no source has the attribute "${name}"`, subject), remedy }];
    }
    if (asksWhetherGiven(test) || !isEquality(test) || isThere(test, there)) return [];
    return [unknown(test, value, there, 'warning')];
  });
}

const CODE = 'A code stands by itself, without a comparison: trust.';
/** More values than this are for a list. */
const FEW = 8;

function orKnown(close: string | undefined, known: readonly string[]): string {
  return close === undefined ? `Known are ${known.join(', ')}.` : `Did you mean ${close}?`;
}

function unknown(test: AttributeTest, place: Place, there: readonly string[], severity: Severity): Diagnostic {
  const { name, value } = test;
  const message =
    name === 'coder' ? `there are no codings of "${value}"` : `no ${ofWhat(name)} has ${name} = "${value}"`;
  const close = nearest(value, there);
  const listed =
    there.length > FEW ? LISTS : `There ${there.length === 1 ? 'is' : 'are'} ${there.join(', ') || 'none'}.`;
  return {
    ...finding('QC491', message, place, severity),
    remedy: close === undefined ? listed : `Did you mean ${close}?`,
  };
}

const LISTS = 'qcode sources lists sources, cases and speakers; cases.csv has their attributes.';

const ofWhat = (name: string): string => (name === 'role' || name === 'speaker' ? 'turn' : 'source');

const isEquality = ({ comparison }: AttributeTest): boolean => comparison === '=' || comparison === '!=';

function isThere(test: AttributeTest, values: readonly string[]): boolean {
  const is = comparesTo({ ...test, comparison: '=' });
  return values.some((value) => is([value]));
}
