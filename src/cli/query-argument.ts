import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Invocation } from './command.js';
import { UsageError } from './failure.js';

/** The invocation with its only argument taken for a query, where no file or folder is called so. */
export function withQueryArgument(invocation: Invocation): Invocation {
  const { arguments: given, values, shell } = invocation;
  const [only, another] = given;
  if (only === undefined || another !== undefined || existsSync(resolve(shell.folder, only))) return invocation;
  // A path that is mistyped is not a query that is.
  if (/\.(txt|md|srt|vtt)$/i.test(only) || only.endsWith('/')) return invocation;
  if (values.one('query') !== undefined) {
    throw new UsageError(`${only} does not exist, and there is a query already`, 'Give the query once.');
  }
  return { ...invocation, arguments: [], values: values.with('query', only.normalize('NFC')) };
}
