import { byCodePoint } from '../core/order.js';
import { MISSING } from './coded-source.js';
import type { FrequencyTally } from './frequency.js';
import { groupOrder } from './group-order.js';

/** A case and a column of the frequency table that it stands in. */
export interface CasePlace {
  /** The case's id. */
  readonly case: string;
  /** The column's key, such as the name of an agency. */
  readonly column: string;
}

/**
 * Every case with each column that it stands in, in the order of the table: by group, by column, then by id.
 *
 * @param groups values of the grouping attribute in their order, as `finishFrequency` takes them
 */
export function casePlaces({ strata }: FrequencyTally, groups: readonly string[]): CasePlace[] {
  const all = [
    ...new Map([...strata.values()].map((one) => [`${one.group}\0${one.column}\0${one.case}`, one])).values(),
  ];
  const rank = new Map(groupOrder(all, groups).map((name, index) => [name, index]));
  return all
    .sort(
      (a, b) =>
        rank.get(a.group)! - rank.get(b.group)! || byCodePoint(a.column, b.column) || byCodePoint(a.case, b.case),
    )
    .map(({ case: id, column }) => ({ case: id, column }));
}

/** Each case once, where its first column stands. */
export function caseOrder(places: readonly CasePlace[]): string[] {
  return [...new Set(places.map((place) => place.case))];
}

/** What people call each case: the column that it stands in, where that is one column and no other case's. */
export function caseNames(places: readonly CasePlace[]): Map<string, string> {
  const columns = new Map<string, Set<string>>();
  const bearers = new Map<string, Set<string>>();
  for (const { case: id, column } of places) {
    columns.set(id, (columns.get(id) ?? new Set()).add(column));
    bearers.set(column, (bearers.get(column) ?? new Set()).add(id));
  }
  const sure = [...columns].flatMap(([id, [name, another]]) =>
    name !== undefined && another === undefined ? [[id, name] as const] : [],
  );
  return new Map(sure.filter(([id, name]) => name !== id && name !== MISSING && bearers.get(name)!.size === 1));
}
