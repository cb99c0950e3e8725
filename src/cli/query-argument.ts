import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseQuery } from '../measure/query/parse.js';
import type { Invocation } from './command.js';
import { UsageError } from './failure.js';

/** The invocation with its only argument taken for a query, where no file or folder is called so. */
export function withQueryArgument(invocation: Invocation): Invocation {
  const { arguments: given, values } = invocation;
  const [only, another] = given;
  if (only === undefined || another !== undefined || isThere(only, invocation)) return invocation;
  // A path that is mistyped is not a query that is.
  if ((/\.(txt|md|srt|vtt)$/i.test(only) || only.endsWith('/')) && !asks(only)) return invocation;
  if (values.one('query') !== undefined) {
    throw new UsageError(`${only} does not exist, and there is a query already`, 'Give the query once.');
  }
  return { ...invocation, arguments: [], values: values.with('query', only.normalize('NFC')) };
}

/** Refuses paths that do not exist and read as a query, one by one or all together: quotation marks were forgotten. */
export function refuseQueryAsPaths({ arguments: given, ...rest }: Pick<Invocation, 'arguments' | 'shell'>): void {
  const missing = given.filter((path) => !isThere(path, rest));
  const together = given.length > 1 && missing.length > 0 ? [given.join(' ')] : [];
  const query = [...missing, ...together].find(asks);
  if (query === undefined) return;
  const quotation = query.includes('"') ? "'" : '"';
  throw new UsageError(
    `there is no file ${missing[0]}; as a query it wants quotation marks and stands behind --query`,
    `Write --query ${quotation}${query}${quotation}.`,
  );
}

function isThere(path: string, { shell }: Pick<Invocation, 'shell'>): boolean {
  return existsSync(resolve(shell.folder, path));
}

/** Whether a text is a query, and more than a name, which a path may be as well. */
function asks(text: string): boolean {
  const { value } = parseQuery(text.normalize('NFC'));
  return value !== undefined && value.kind !== 'codes';
}
