import type { Diagnostic, Place } from '../core/diagnostic.js';
import { nearest } from '../core/suggest.js';
import type { Expectation } from '../measure/qca/solutions.js';
import { type Cuts, MOST_CONDITIONS } from '../measure/qca/truth-table.js';
import { type AskedCondition, conditionsIn } from '../measure/query/asked-condition.js';
import { bindQuery } from '../measure/query/bind.js';
import type { BoundQuery } from '../measure/query/bound.js';
import { QUERY, parseQuery } from '../measure/query/parse.js';
import { type QueryNames, readCaseQuery, worded } from '../measure/query/read.js';
import type { CaseQuery, Query } from '../measure/query/syntax.js';
import { finding } from '../store/finding.js';
import type { Values } from './command.js';
import { Halt, UsageError } from './failure.js';
import { numberOf, shareOf } from './quantity.js';
import type { CodedStudy } from './study-options.js';

/** What a QCA is asked: the conditions and last the outcome, each `NAME=EXPR`. */
export interface AskedConditions {
  readonly names: readonly string[];
  /** The expressions as written. */
  readonly texts: readonly string[];
  /** One query that asks for all of them, each a `case has`, in their order. */
  readonly query: BoundQuery;
  /** What they ask of attributes. */
  readonly asked: readonly AskedCondition[];
  /** What is doubtful about them. */
  readonly doubts: readonly Diagnostic[];
}

interface Written {
  readonly name: string;
  readonly text: string;
  readonly query: CaseQuery;
  readonly asked: readonly AskedCondition[];
  readonly doubts: readonly Diagnostic[];
}

/** Reads `--condition` and `--outcome`, and looks up their codes. */
export function askedConditions(
  values: Values,
  { codebook, cases, settings: { queries } }: CodedStudy,
): AskedConditions {
  const conditions = values.all('condition');
  const outcome = values.one('outcome');
  if (conditions.length === 0)
    throw new UsageError(
      'a QCA wants conditions',
      'Name each with --condition NAME=EXPR, or a code: --condition CODE.',
    );
  if (outcome === undefined) throw new UsageError('a QCA wants an outcome', 'Name it with --outcome NAME=EXPR.');
  if (conditions.length > MOST_CONDITIONS) {
    const message = `${conditions.length} conditions make ${2 ** conditions.length} configurations; the most are ${MOST_CONDITIONS}`;
    throw new Halt([finding('QC473', message)]);
  }
  const there = { codebook, queries };
  const asked = [
    ...conditions.map((each) => read(each, '--condition', there, cases.attributes)),
    read(outcome, '--outcome', there, cases.attributes),
  ];
  const names = asked.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice !== undefined)
    throw new UsageError(`"${twice}" names two things`, 'Give each condition and the outcome a name of its own.');
  const all = asked.map(({ query }): Query => query).reduce((left, right): Query => ({ kind: 'and', left, right }));
  const { value } = bindQuery(all, '', codebook);
  if (!value) throw new Error('conditions that can be bound one by one cannot be bound together');
  return {
    names,
    texts: asked.map(({ text }) => text),
    query: value,
    asked: asked.flatMap((each) => each.asked),
    doubts: asked.flatMap(({ doubts }) => doubts),
  };
}

function read(written: string, option: string, names: QueryNames, attributes: readonly string[]): Written {
  const equals = written.search(/[=＝]/);
  const before = written.slice(0, equals + 1);
  const text = written.slice(equals + 1);
  const fail = (diagnostics: readonly Diagnostic[]): never => {
    throw new Halt(diagnostics.map((one) => within(one, written, before, option)));
  };
  const parsed = parseQuery(text);
  if (!parsed.value) return fail(parsed.diagnostics);
  const name = equals >= 0 ? written.slice(0, equals).trim() : nameOf(parsed.value, written, option);
  if (name === '' || /[\s*~+<>!(),（）]/.test(name)) {
    const remedy = 'A name has no spaces and no * ~ + < > ! ( ) or comma: "early=founded < 2010".';
    throw new UsageError(`${option} ${written} begins with no name`, remedy);
  }
  const { value: query, diagnostics: told } = readCaseQuery(text, names);
  if (!query) return fail(told);
  const { diagnostics } = bindQuery(query, text, names.codebook);
  if (diagnostics.length === 0)
    return {
      name,
      text: worded(text, query.of),
      query,
      asked: conditionsIn(text, names, (place) => placeWithin(place, written, before, option)),
      doubts: told.map((one) => within(one, written, before, option)),
    };
  if (!attributes.includes(name)) return fail(diagnostics);
  const remedy = `An attribute is asked for behind a name: ${option} NAME=${name}=${text.trim()}`;
  return fail(diagnostics.map((one) => ({ ...one, remedy })));
}

/** What stands alone is a code or a saved query, and its own name. */
function nameOf(query: Query, written: string, option: string): string {
  if (query.kind === 'codes' && query.word.quoted) return query.word.text;
  if (query.kind === 'codes' && !query.word.text.includes('*')) return query.word.text.replace(/^@/, '');
  throw new UsageError(`${option} ${written} has no name`, `Write NAME=EXPR: ${option} 'NAME=${written}'.`);
}

/** A mistake in an expression, with its place in what was written on the command line. */
function within(diagnostic: Diagnostic, written: string, before: string, option: string): Diagnostic {
  const { place } = diagnostic;
  return place ? { ...diagnostic, place: placeWithin(place, written, before, option) } : diagnostic;
}

function placeWithin(place: Place, written: string, before: string, option: string): Place {
  if (place.file !== QUERY) return place;
  const column = (place.column ?? 1) + Array.from(before).length;
  return { ...place, file: option, column, excerpt: written };
}

/** Reads `--expect NAME=1|0`, by condition. */
export function expectationsOf(values: Values, conditions: readonly string[]): readonly Expectation[] {
  const expected = new Map<string, 0 | 1>();
  for (const written of values.all('expect')) {
    const [, name = '', value = ''] = /^\s*(.*?)\s*[=＝]\s*([01])\s*$/.exec(written) ?? [];
    if (name === '') throw new UsageError(`--expect wants NAME=1 or NAME=0, not "${written}"`);
    if (!conditions.includes(name)) {
      const close = nearest(name, conditions);
      throw new UsageError(
        `--expect names no condition: "${name}"`,
        close ? `Did you mean ${close}?` : `The conditions are ${conditions.join(', ')}.`,
      );
    }
    if (expected.has(name))
      throw new UsageError(`--expect names ${name} twice`, 'Give one expectation of a condition.');
    expected.set(name, value === '1' ? 1 : 0);
  }
  return conditions.map((name) => expected.get(name) ?? null);
}

/** Reads `--consistency` and `--least-cases`. */
export function cutsOf(values: Values): Cuts {
  const consistency = shareOf(values, 'consistency') ?? 1;
  if (consistency === 0) throw new UsageError('--consistency wants a share above 0');
  return { consistency, cases: numberOf(values, 'leastCases', 1) ?? 1 };
}
