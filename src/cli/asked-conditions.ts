import { type KnownNames, askedOfNobody, settledConditions } from '../check/queries.js';
import { type Diagnostic, isError } from '../core/diagnostic.js';
import type { AnalysisSet } from '../measure/analysis-set.js';
import type { AskedCondition } from '../measure/query/asked-condition.js';
import type { Coverage } from '../store/chunk.js';
import { ROLES } from '../store/settings.js';
import type { Study } from '../store/study.js';
import { codersOf } from './coders.js';
import { Halt } from './failure.js';

/** What a query asks about that there cannot be; an error ends the command before anything is read. */
export function doubtsBefore(conditions: readonly AskedCondition[], study: Study, set: AnalysisSet): Diagnostic[] {
  return unlessWrong(conditions.length === 0 ? [] : settledConditions(conditions, namesIn(study), set));
}

/** The same once all sources are read. */
export function doubtsAfter(conditions: readonly AskedCondition[], study: Study, { values }: Coverage): Diagnostic[] {
  return unlessWrong(conditions.length === 0 ? [] : askedOfNobody(conditions, namesIn(study), values));
}

function unlessWrong(found: readonly Diagnostic[]): Diagnostic[] {
  const distinct = [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
  if (distinct.some(isError)) throw new Halt(distinct);
  return distinct;
}

/** The attributes whose values must be known, so that it can be said what nobody has. */
export function attributesIn(conditions: readonly AskedCondition[]): string[] {
  return [...new Set(conditions.flatMap(({ test }) => (test.kind === 'memo' || test.name === 'coder' ? [] : test.name)))];
}

export function namesIn({ codebook, logs, cases, people }: Study): KnownNames {
  const personal = [...people.values()].flatMap((bySpeaker) =>
    [...bySpeaker.values()].flatMap(({ row }) => Object.keys(row.cells)),
  );
  const columns = [...new Set([...cases.attributes, ...personal])].filter((name) => name !== '' && name !== 'consent');
  return { codes: codebook?.codes.map(({ id }) => id) ?? [], coders: codersOf(logs), roles: ROLES, columns };
}

/** A doubt as a note of a table. */
export function inSentence({ message }: Diagnostic): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
}
