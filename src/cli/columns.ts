import { nearest } from '../core/suggest.js';
import { MISSING } from '../measure/coded-source.js';
import type { Frequency } from '../measure/frequency-types.js';
import type { Study } from '../store/study.js';
import { UsageError } from './failure.js';

/** Attributes that every turn has. */
const BUILT_IN = ['case', 'source', 'speaker', 'role'];

/** A table by an attribute that nobody has would say nothing under a misspelt heading. */
export function requireAttribute(by: string, { columns }: Frequency, { cases, people, settings }: Study): void {
  if (BUILT_IN.includes(by) || columns.length === 0 || columns.some(({ key }) => key !== MISSING)) return;
  const personal = [...people.values()].flatMap((bySpeaker) => [...bySpeaker.values()].flatMap(({ attributes }) => Object.keys(attributes)));
  const known = [...new Set([...BUILT_IN, settings.caseAttribute, ...cases.attributes, ...personal])];
  const close = nearest(by, known);
  throw new UsageError(`no source has the attribute "${by}"`, close ? `Did you mean ${close}?` : `Known are ${known.join(', ')}, and the fields of headers.`);
}
