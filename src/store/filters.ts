import { type CodedSource, attributeOf } from '../measure/coded-source.js';
import type { AskedQuery } from '../measure/query/select.js';
import { labelKey } from '../text/speaker.js';
import type { Role, Turn } from '../text/transcript.js';

/** What a pass leaves in. An empty list leaves in everything. */
export interface Filters {
  readonly cases: readonly string[];
  readonly speakers: readonly string[];
  readonly roles: readonly Role[];
  readonly excludeRoles: readonly Role[];
  /** All of them must hold; values of one attribute are alternatives. */
  readonly where: readonly Condition[];
  /** Of the codings that pass all else, only those that it selects. */
  readonly query?: AskedQuery;
}

export interface Condition {
  readonly attribute: string;
  readonly values: readonly string[];
}

export const NO_FILTERS: Filters = { cases: [], speakers: [], roles: [], excludeRoles: [], where: [] };

/**
 * Which turns of a source pass, by index; null where all do.
 *
 * @param source as it is before filtering
 * @param caseAttribute a case may be named by its id or by this attribute
 */
export function includedTurns(source: CodedSource, filters: Filters, caseAttribute: string): readonly boolean[] | null {
  const tests = testsOf(source, filters, caseAttribute);
  if (tests.length === 0) return null;
  const { turns } = source.transcript;
  return turns.map((turn) => tests.every((test) => test(turn)));
}

/** Whether filters choose among speakers or sources, so that a source none of whose turns pass is out altogether. */
export function isSelective({ cases, speakers, roles, where }: Filters): boolean {
  return cases.length + speakers.length + roles.length + where.length > 0;
}

function testsOf(source: CodedSource, filters: Filters, caseAttribute: string): ((turn: Turn) => boolean)[] {
  const { cases, speakers, roles, excludeRoles, where } = filters;
  const tests: ((turn: Turn) => boolean)[] = [];
  const value = (turn: Turn, name: string): string => attributeOf(source, turn, name);
  if (cases.length > 0)
    tests.push((turn) => cases.includes(value(turn, 'case')) || cases.includes(value(turn, caseAttribute)));
  const speaks = (labels: readonly string[]): ((turn: Turn) => boolean) => {
    const keys = new Set(labels.map(labelKey));
    return (turn) => keys.has(labelKey(value(turn, 'speaker')));
  };
  if (speakers.length > 0) tests.push(speaks(speakers));
  if (roles.length > 0) tests.push(({ role }) => roles.includes(role));
  if (excludeRoles.length > 0) tests.push(({ role }) => !excludeRoles.includes(role));
  for (const { attribute, values } of where) {
    tests.push(attribute === 'speaker' ? speaks(values) : (turn) => values.includes(value(turn, attribute)));
  }
  return tests;
}
