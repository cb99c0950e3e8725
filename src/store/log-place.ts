import { closeSync, fsyncSync, lstatSync, mkdirSync, openSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { logPath } from './logs.js';
import { reasonOf } from './refusal.js';

/** Where a coder's log of a source lies or will lie. */
export interface LogPlace {
  readonly path: string;
  /** The folders that lead to it from the study, the outermost first. */
  readonly folders: readonly string[];
}

/** Why a log would not be read again, as a clause: below a link, in a folder or file whose name begins with a dot. */
export interface NoLogPlace {
  readonly refusal: string;
}

/**
 * Finds the log of a coder and source. Names on the disk may be stored in another normal form (NFD) than ids, so what is
 * there is looked for before anything new is named.
 */
export function findPlace(folder: string, coder: string, source: string): LogPlace | NoLogPlace {
  const names = logPath(coder, source).split('/');
  if (names.some((name) => name === '' || name.startsWith('.'))) {
    return { refusal: 'a name in its path begins with a dot, so it would not be read again' };
  }
  const folders: string[] = [];
  let path = folder;
  for (const [depth, name] of names.entries()) {
    path = join(path, nameOnDisk(path, name));
    if (depth === names.length - 1) break;
    const inTheWay = notAFolder(path, depth > 0);
    if (inTheWay !== null) return { refusal: `${inTheWay} stands where the folder ${path} should be` };
    folders.push(path);
  }
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory()) return { refusal: 'a folder of that name is in the way' };
  if (found && !found.isFile()) return { refusal: 'what stands there is no plain file' };
  if (!found && lstatSync(path, { throwIfNoEntry: false })) return { refusal: 'it is a link that leads nowhere' };
  return { path, folders };
}

/** The codings folder itself may be a link; folders below it that are links are passed over when logs are read. */
function notAFolder(path: string, below: boolean): string | null {
  const found = below
    ? lstatSync(path, { throwIfNoEntry: false })
    : (statSync(path, { throwIfNoEntry: false }) ?? lstatSync(path, { throwIfNoEntry: false }));
  if (!found || found.isDirectory()) return null;
  return found.isSymbolicLink() ? 'a link' : 'a file';
}

/** The name under which the disk has it, else the name itself. */
function nameOnDisk(folder: string, name: string): string {
  if (/^[\x20-\x7e]*$/.test(name) || lstatSync(join(folder, name), { throwIfNoEntry: false })) return name;
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return name;
  return readdirSync(folder).find((entry) => entry.normalize('NFC') === name) ?? name;
}

/** Makes the folders that are not there, and waits until the disk has the entry of each. Says why not, as a clause, or null. */
export function makeFolders(folders: readonly string[]): string | null {
  for (const folder of folders) {
    try {
      mkdirSync(folder);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EEXIST' && statSync(folder, { throwIfNoEntry: false })?.isDirectory()) continue;
      return `the folder ${folder} cannot be made: ${reasonOf(error as NodeJS.ErrnoException)}`;
    }
    syncFolder(dirname(folder));
  }
  return null;
}

/** What systems and disks say that have no such thing as waiting for a folder. */
const NOT_DONE = new Set(['EINVAL', 'ENOTSUP', 'EISDIR', 'EPERM', 'EACCES', 'EBADF']);

/** Waits until the disk has the entries of a folder. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  try {
    const descriptor = openSync(folder, 'r');
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    if (!NOT_DONE.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}
