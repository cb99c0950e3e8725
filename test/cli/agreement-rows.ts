import { expect } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { qcode } from './run.js';

/** A row of a table of agreement, by the names of its columns. */
export type AgreementRow = Readonly<Record<string, string>>;

/**
 * The rows of `qcode agree … --format csv` by what their first column says, of several alike the first: of a code that
 * over all coders. It must succeed, and say nothing beside.
 */
export function rowsOf(folder: string, ...words: string[]): ReadonlyMap<string, AgreementRow> {
  const { stdout, stderr, code } = qcode(folder, ['agree', '--format', 'csv', ...words]);
  expect([stderr, code]).toEqual(['', 0]);
  const rows = parse(stdout, { columns: true }) as AgreementRow[];
  const byName = new Map<string, AgreementRow>();
  for (const row of rows) {
    const name = Object.values(row)[0]!;
    if (!byName.has(name)) byName.set(name, row);
  }
  return byName;
}

/** The values of measures, by id; empty where one is undefined. */
export function valuesOf(folder: string, ...words: string[]): Readonly<Record<string, string>> {
  return Object.fromEntries([...rowsOf(folder, ...words)].map(([id, { value }]) => [id, value!]));
}
