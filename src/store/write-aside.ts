import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { asideFile } from './aside.js';
import { syncFolder } from './log-place.js';
import { isSystemError } from './refusal.js';

/**
 * Writes a file in the place of what is there, in one step, and waits until the disk has it. Its folders are made.
 *
 * @param mode the permissions it gets; without them it has those of what was there
 * @throws what the system says where it does not let the file be written; what was there stays
 */
export function writeAside(target: string, content: string | Uint8Array, mode?: number): void {
  makeFolder(dirname(target));
  writeIf(() => true, target, content, mode);
}

/**
 * Writes a file in the place of one that was read, in one step, and waits until the disk has it.
 *
 * @param before the bytes that were read; null where there was no file
 * @returns whether it was written: not where the file holds other bytes by now, since somebody's work would be lost
 * @throws what the system says where it does not let the file be read or written; what was there stays
 */
export function replaceAside(target: string, before: Uint8Array | null, after: string | Uint8Array): boolean {
  return writeIf(() => (before ? readFileSync(target).equals(before) : !existsSync(target)), target, after);
}

function writeIf(isWanted: () => boolean, target: string, content: string | Uint8Array, mode?: number): boolean {
  const aside = asideFile(target, mode);
  try {
    const file = openSync(aside.path, 'r+');
    try {
      writeFileSync(file, content);
      // The name must not lead to the new file before the disk has what is in it.
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    if (!isWanted()) return false;
    aside.commit();
    syncFolder(dirname(aside.path));
    return true;
  } catch (error) {
    // What is written to has no name for the system.
    if (isSystemError(error)) error.path ??= target;
    throw error;
  } finally {
    aside.discard();
  }
}

/** Makes a folder and those that lead to it, and waits until the disk has the entry of each. */
function makeFolder(folder: string): void {
  const first = mkdirSync(folder, { recursive: true });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) syncFolder(dirname(made));
}
