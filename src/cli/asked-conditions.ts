import { type KnownNames, askedOfNobody, settledConditions } from '../check/queries.js';
import { type Diagnostic, isError } from '../core/diagnostic.js';
import { finding } from '../core/finding.js';
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

/** The same once all sources are read, and which codes nobody looked for. */
export function doubtsAfter(conditions: readonly AskedCondition[], study: Study, coverage: Coverage): Diagnostic[] {
  const found = conditions.length === 0 ? [] : askedOfNobody(conditions, namesIn(study), coverage.values);
  return [...unlessWrong(found), ...unlooked(study, coverage)];
}

function unlooked({ codebook }: Study, { unlooked: bySources, sources }: Coverage): Diagnostic[] {
  const most = Math.max(0, ...bySources.values());
  if (most === 0 || !codebook) return [];
  const ids = [...bySources.keys()].sort((a, b) => a - b).map((code) => codebook.codes[code]!.id);
  const shown = ids.length > FEW ? [...ids.slice(0, FEW), `${ids.length - FEW} more`] : ids;
  const where = most >= sources ? 'in any source' : `in ${most} of ${sources} sources`;
  const message = `nobody looked ${where} for ${shown.join(', ')}: what the query selects there is not known`;
  return [finding('QC492', message, undefined, 'warning')];
}

/** More codes than this are counted, not named. */
const FEW = 5;

/** All of it, as findings. */
export function conditionFindings(
  conditions: readonly AskedCondition[],
  study: Study,
  { values }: Coverage,
): Diagnostic[] {
  const names = namesIn(study);
  return distinct([
    ...settledConditions(conditions, names, { kind: 'all' }),
    ...askedOfNobody(conditions, names, values),
  ]);
}

const distinct = (found: readonly Diagnostic[]): Diagnostic[] => [
  ...new Map(found.map((one) => [JSON.stringify(one), one])).values(),
];

function unlessWrong(found: readonly Diagnostic[]): Diagnostic[] {
  const told = distinct(found);
  if (told.some(isError)) throw new Halt(told);
  return told;
}

/** The attributes whose values must be known, so that it can be said what nobody has. */
export function attributesIn(conditions: readonly AskedCondition[]): string[] {
  return [
    ...new Set(conditions.flatMap(({ test }) => (test.kind === 'memo' || test.name === 'coder' ? [] : test.name))),
  ];
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
