import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import type { Diagnostic, Outcome } from '../core/diagnostic.js';
import { finding } from './finding.js';
import { sourceNames } from './named-sources.js';
import { parseTable, type Row } from './table.js';
import { readText } from './text-file.js';
import { isFile } from './walk.js';
import { replaceAside } from './write-aside.js';

/** A source that a coder is to code, as a row of assignments.csv says. */
export interface Assignment {
  readonly coder: string;
  /** The id of the source. */
  readonly source: string;
  /** Which of the coder's shares it belongs to: 1, 2 … */
  readonly round: number;
  /** Whether the coder is to see neither the rules' suggestions nor other coders' codings. */
  readonly blind: boolean;
  /** The seed that it was drawn with; null where it was written by hand. */
  readonly seed: number | null;
  readonly row: Row;
}

export const ASSIGNMENTS = 'assignments.csv';
const ASSIGNMENT_COLUMNS = ['coder', 'source', 'round', 'blind', 'seed'] as const;

/** The bytes of a study's assignments.csv; null where there is none. */
export function assignmentBytes(folder: string): Uint8Array | null {
  const path = join(folder, ASSIGNMENTS);
  return isFile(path) ? readFileSync(path) : null;
}

/**
 * Reads who is to code what in a study; nothing where there is no assignments.csv.
 *
 * @param folder the study's
 * @param known its sources: those that rows name by the end of their path get their id, and rows that name none are
 * warned of and left out; without them sources are as they are written
 */
export async function readAssignments(
  folder: string,
  known?: readonly { readonly id: string }[],
): Promise<Outcome<readonly Assignment[]>> {
  const path = join(folder, ASSIGNMENTS);
  if (!isFile(path)) return { value: [], diagnostics: [] };
  const text = await readText(path, ASSIGNMENTS);
  if (text.value === undefined) return { diagnostics: text.diagnostics };
  const table = parseTable(text.value, ASSIGNMENTS);
  if (!table.value) return { diagnostics: table.diagnostics };
  const missing = ['coder', 'source'].filter((name) => !table.value!.columns.includes(name));
  if (missing.length > 0) {
    const message = `${ASSIGNMENTS} has no column ${missing.map((name) => `"${name}"`).join(' and no column ')}`;
    const excerpt = table.value.columns.join(',');
    return { diagnostics: [finding('QC411', message, { file: ASSIGNMENTS, line: 1, column: 1, excerpt })] };
  }
  const diagnostics: Diagnostic[] = [...table.diagnostics];
  const value = table.value.rows.flatMap((row) => assignmentOf(row, diagnostics));
  return { value: known ? withIds(value, known, diagnostics) : value, diagnostics };
}

function assignmentOf(row: Row, diagnostics: Diagnostic[]): Assignment[] {
  const { coder = '', source = '', round = '', blind = '', seed = '' } = row.cells;
  if (coder === '' || source === '') {
    diagnostics.push(finding('QC413', `the row has no ${coder === '' ? 'coder' : 'source'}`, row.place));
    return [];
  }
  const wrong = (column: string, value: string, wanted: string): void =>
    void diagnostics.push(finding('QC438', `the ${column} "${value}" is ${wanted}`, row.place));
  if (round !== '' && !/^[1-9]\d*$/.test(round)) wrong('round', round, 'no whole number from 1');
  if (seed !== '' && !/^\d+$/.test(seed)) wrong('seed', seed, 'no whole number');
  const flag = blind.toLowerCase();
  // An unknown value is reported; until it is mended nothing is shown that the coder should not see.
  if (!BLIND.has(flag)) wrong('blind', blind, 'neither yes nor no');
  return [
    {
      coder,
      source,
      round: Number(round) || 1,
      blind: BLIND.get(flag) ?? true,
      seed: /^\d+$/.test(seed) ? Number(seed) : null,
      row,
    },
  ];
}

/** The assignments by the ids of their sources; what names no source, or no single one, is a finding and left out. */
function withIds(
  assignments: readonly Assignment[],
  known: readonly { readonly id: string }[],
  diagnostics: Diagnostic[],
): Assignment[] {
  const sourcesOf = sourceNames(known);
  return assignments.flatMap((assignment) => {
    const [source, ...others] = sourcesOf(assignment.source);
    if (source !== undefined && others.length === 0) return [{ ...assignment, source }];
    const what =
      source === undefined
        ? `the study has no source "${assignment.source}"`
        : `"${assignment.source}" may be any of ${[source, ...others].join(', ')}`;
    diagnostics.push(finding('QC414', what, assignment.row.place, 'warning'));
    return [];
  });
}

/** What `blind` may hold; nothing means no. */
const BLIND = new Map([
  ['yes', true],
  ['true', true],
  ['1', true],
  ['no', false],
  ['false', false],
  ['0', false],
  ['', false],
]);

/** What a coder is to code, in the order of the file; a source of several rounds as the last of them says. */
export function assignedSources(
  assignments: readonly Assignment[],
  coder: string,
): { readonly source: string; readonly blind: boolean; readonly round: number }[] {
  const last = new Map<string, Assignment>();
  for (const assignment of assignments) {
    if (assignment.coder !== coder) continue;
    const known = last.get(assignment.source);
    if (!known || known.round <= assignment.round) last.set(assignment.source, assignment);
  }
  return [...last.values()].map(({ source, blind, round }) => ({ source, blind, round }));
}

/** A row to be written. */
export interface NewAssignment extends Omit<Assignment, 'row' | 'seed'> {
  readonly seed: number;
}

/**
 * Writes a coder's share of one round into assignments.csv, in the place of an earlier one of this round; other rows, and
 * columns of whoever keeps the file, stay. Refused where somebody else wrote the file meanwhile: their draw would be lost.
 *
 * @param before the bytes of the file when it was read
 * @param present what it said then, as `readAssignments` reads it
 * @throws what the system says where it does not let the file be written
 */
export function writeAssignments(
  folder: string,
  before: Uint8Array | null,
  present: readonly Assignment[],
  coder: string,
  round: number,
  added: readonly NewAssignment[],
): Diagnostic | null {
  const kept = present.filter((one) => one.coder !== coder || one.round !== round).map(({ row }) => row.cells);
  const columns = [...new Set([...ASSIGNMENT_COLUMNS, ...kept.flatMap((cells) => Object.keys(cells))])];
  const cells = added.map(({ blind, seed, ...one }) => ({
    ...one,
    round: String(one.round),
    blind: blind ? 'yes' : 'no',
    seed: String(seed),
  }));
  const rows = [...kept, ...cells].map((row: Readonly<Record<string, string>>) =>
    columns.map((name) => row[name] ?? ''),
  );
  if (replaceAside(join(folder, ASSIGNMENTS), before, stringify([columns, ...rows]))) return null;
  return finding('QC436', `${ASSIGNMENTS} was changed by somebody else in the meantime`, { file: ASSIGNMENTS });
}
