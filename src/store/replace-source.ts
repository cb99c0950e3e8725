import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../core/diagnostic.js';
import { digestOf } from '../text/digest.js';
import { finding } from './finding.js';
import { isSystemError, reasonOf } from './refusal.js';
import type { Source } from './sources.js';
import { replaceAside, writeAside } from './write-aside.js';

/** The folder of a study that keeps transcripts which were replaced. Its name begins with a dot, so nothing reads it. */
const KEPT = '.replaced';

/** Where a transcript is kept that was replaced, relative to the study: with the first digits of its file's SHA-256. */
export function keptPath(source: string, bytes: Uint8Array): string {
  return `${KEPT}/${source}.${digestOf(bytes).slice(0, 8)}`;
}

/**
 * Keeps a source's file in the study's folder `.replaced`, and puts another in its place in one step.
 *
 * @param before the bytes that the file has; where it has others now, nothing is done
 * @param after the bytes that it is to have
 * @returns null once both are on the disk; else why not
 */
export function replaceSource(
  folder: string,
  source: Source,
  before: Uint8Array,
  after: Uint8Array,
): Diagnostic | null {
  const kept = keptPath(source.id, before);
  try {
    writeAside(join(folder, kept), before, modeLike(source.path));
  } catch (error) {
    return unwritable(kept, error);
  }
  try {
    if (replaceAside(source.path, before, after)) return null;
  } catch (error) {
    return unwritable(source.shown, error);
  }
  return finding('QC426', `${source.shown} was changed by somebody else in the meantime`);
}

/** What a file's permissions are, so that nobody else may read what is kept of it; its owner may write it. */
function modeLike(path: string): number {
  const mode = statSync(path, { throwIfNoEntry: false })?.mode ?? 0;
  return (mode & 0o777) | 0o600;
}

function unwritable(shown: string, error: unknown): Diagnostic {
  if (!isSystemError(error)) throw error;
  return finding('QC426', `${shown} cannot be written: ${reasonOf(error)}`);
}
