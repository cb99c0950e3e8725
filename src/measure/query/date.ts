import { byCodePoint } from '../../core/order.js';

/** A date as far as it is given: a year, perhaps its month, perhaps the day; and what is written behind it. */
export interface PartialDate {
  readonly parts: readonly number[];
  readonly rest: string;
}

/** A date that people write: `2018`, `2018-04`, `2018-04-12`, `2018/4/12`, `2018年4月12日`, with a time or not; else null. */
export function dateIn(text: string): PartialDate | null {
  const found = /^(\d{4})(?:年|(?:[-/年](\d{1,2})(?:月|[-/月](\d{1,2})日?)?)?)(?:[T ](.*))?$/.exec(text.trim());
  if (!found) return null;
  const parts = found.slice(1, 4).flatMap((part) => (part === undefined ? [] : Number(part)));
  return { parts, rest: found[4] ?? '' };
}

/**
 * How a date stands to one that is asked about, as exactly as that is given: `2018-04-12` is neither before nor after `2018`.
 * Not a number where the date is given less exactly than would settle it.
 */
export function orderOfDates(date: PartialDate | null, asked: PartialDate): number {
  if (date === null) return NaN;
  for (const [at, wanted] of asked.parts.entries()) {
    const part = date.parts[at];
    if (part === undefined) return NaN;
    if (part !== wanted) return part - wanted;
  }
  return asked.rest === '' ? 0 : byCodePoint(date.rest, asked.rest);
}
