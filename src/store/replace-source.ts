import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Diagnostic } from '../core/diagnostic.js';
import { digestOf } from '../text/digest.js';
import { asideFile } from './aside.js';
import { finding } from './finding.js';
import { isSystemError, reasonOf } from './refusal.js';
import type { Source } from './sources.js';

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
  const keeping = writeWhole(join(folder, kept), kept, before);
  if (keeping) return keeping;
  if (!readFileSync(source.path).equals(before))
    return finding('QC426', `${source.shown} was changed by somebody else in the meantime`);
  return writeWhole(source.path, source.shown, after);
}

function writeWhole(path: string, shown: string, bytes: Uint8Array): Diagnostic | null {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const aside = asideFile(path);
    try {
      const file = openSync(aside.path, 'r+');
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
      fsyncSync(file);
      closeSync(file);
      aside.commit();
    } finally {
      aside.discard();
    }
    return null;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return finding('QC426', `${shown} cannot be written: ${reasonOf(error)}`);
  }
}
