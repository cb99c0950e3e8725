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
