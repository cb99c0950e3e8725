import type { Coverage } from '../store/chunk.js';
import { nearest } from '../core/suggest.js';
import { MISSING } from '../measure/coded-source.js';
import type { Frequency } from '../measure/frequency-types.js';
import type { Study } from '../store/study.js';
import type { Values } from './command.js';
import { UsageError } from './failure.js';

/** Attributes that every turn has. */
const BUILT_IN = ['case', 'source', 'speaker', 'role'];

/** A table by an attribute that nobody has would say nothing under a misspelt heading. */
export function requireAttribute(
  by: string,
  { columns }: { readonly columns: readonly { readonly key: string }[] },
  study: Study,
): void {
  requireKnown(by, columns.length === 0 || columns.some(({ key }) => key !== MISSING), study);
}

/** The same, where it is known whether any source has it. */
export function requireKnown(by: string, isKnown: boolean, { cases, people, settings }: Study): void {
  if (isKnown || BUILT_IN.includes(by)) return;
  const personal = [...people.values()].flatMap((bySpeaker) =>
    [...bySpeaker.values()].flatMap(({ attributes }) => Object.keys(attributes)),
  );
  const all = new Set([...BUILT_IN, settings.caseAttribute, ...cases.attributes, ...personal]);
  const known = [...all].filter((name) => name !== by);
  const close = nearest(by, known);
  throw new UsageError(
    `no source has the attribute "${by}"`,
    close ? `Did you mean ${close}?` : `Known are ${known.join(', ')}, and the fields of headers.`,
  );
}

/**
 * The study as a table by an attribute needs it: by the case attribute unasked a case without one goes by its own name;
 * asked for by name, such a case has none.
 */
export function studyBy<S extends Study>(values: Values, study: S): S {
  const asked = values.one('by') === study.settings.caseAttribute;
  return asked ? { ...study, settings: { ...study.settings, casesNameThemselves: false } } : study;
}

/** What the columns of a table are called: where nobody named cases they are cases or sources, and no attribute. */
export function columnsBy(values: Values, { attributed, ownCases }: Coverage, { settings }: Study): string {
  return values.one('by') ?? (attributed ? settings.caseAttribute : ownCases ? 'case' : 'source');
}

/** The same figures under that name. */
export function named(frequency: Frequency, by: string): Frequency {
  return { ...frequency, options: { ...frequency.options, by } };
}
