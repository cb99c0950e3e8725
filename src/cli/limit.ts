import type { Invocation } from './command.js';
import { UsageError } from './failure.js';

/** How many quotations `--limit` allows; null for all. */
export function limitOf({ values }: Invocation): number | null {
  const given = values.one('limit');
  if (given === undefined) return null;
  const limit = Number(given);
  if (!Number.isInteger(limit) || limit < 1) throw new UsageError(`--limit wants a number, not "${given}"`);
  return limit;
}

/** How many quotations `--quotes` allows; `unasked` where it is not given. */
export function quotesOf({ values }: Invocation, unasked: number): number {
  const given = values.one('quotes');
  const quotes = Number(given ?? unasked);
  if (!Number.isInteger(quotes) || quotes < 0) throw new UsageError(`--quotes wants a number, not "${given}"`);
  return quotes;
}
