import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { QueryNames } from '../measure/query/read.js';
import { type TheoryOutcome, parseTheory } from '../measure/theory/parse.js';
import { readText } from './text-file.js';

/** Where a study keeps its theory. */
export const THEORY_FILE = 'theory.yaml';

/**
 * Reads a theory with its queries as they are written, where there is such a file.
 *
 * @param shown how messages name it
 */
export async function readTheory(path: string, shown: string, names: QueryNames): Promise<TheoryOutcome> {
  const { value: text, diagnostics } = await readText(path, shown);
  if (text === undefined) return { diagnostics, asked: [] };
  const theory = parseTheory(text, shown, names);
  return { ...theory, diagnostics: [...diagnostics, ...theory.diagnostics] };
}

/** The theory of a study; null where it has none. */
export async function theoryOf(folder: string, names: QueryNames, shown = THEORY_FILE): Promise<TheoryOutcome | null> {
  const path = join(folder, THEORY_FILE);
  return existsSync(path) ? readTheory(path, shown, names) : null;
}
