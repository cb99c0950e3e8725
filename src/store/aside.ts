import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import process from 'node:process';

/** Something built beside its target, which stays as it was until `commit`. */
export interface Aside {
  readonly path: string;
  /** Puts it in the target's place. */
  commit(): void;
  /** Removes it; after a commit, does nothing. */
  discard(): void;
}

/** What is being built now; an interruption removes it. */
const open = new Set<Aside>();
let count = 0;
let tellBuilding: (building: boolean) => void = () => undefined;

/** Tells whenever something begins to be built, or nothing is any more: only meanwhile is there something to remove. */
export function watchBuilding(listener: (building: boolean) => void): void {
  tellBuilding = listener;
}

function begin(aside: Aside): void {
  open.add(aside);
  tellBuilding(true);
}

/** Whether it was being built until now. */
function end(aside: Aside): boolean {
  const known = open.delete(aside);
  if (open.size === 0) tellBuilding(false);
  return known;
}

/**
 * A file that takes its target's place in one step. Where the target is a link, the file it leads to is replaced and the
 * link stays.
 *
 * @param wanted its permissions; without them it has those of the file that was there
 */
export function asideFile(target: string, wanted?: number): Aside {
  const { path, end, settle } = place(target);
  const mode = wanted ?? modeOf(end);
  naming(target, () => closeSync(openSync(path, 'wx', mode ?? undefined)));
  if (mode !== null) chmodSync(path, mode);
  return settle(() => renameSync(path, end));
}

/** A folder that takes its target's place, with its permissions; an earlier folder there is removed once the new one is complete. */
export function asideFolder(target: string): Aside {
  const { path, end, settle } = place(target);
  const mode = modeOf(end);
  naming(target, () => mkdirSync(path, { recursive: true }));
  if (mode !== null) chmodSync(path, mode);
  return settle(() => {
    const old = `${path}.old`;
    const replaces = existsSync(end);
    if (replaces) renameSync(end, old);
    renameSync(path, end);
    if (replaces) rmSync(old, { recursive: true, force: true });
  });
}

/** The permissions of what is there already; null where nothing is. */
function modeOf(path: string): number | null {
  const found = statSync(path, { throwIfNoEntry: false });
  return found ? found.mode & 0o777 : null;
}

/** Errors name what people asked for, not what is built beside it. */
function naming(target: string, action: () => void): void {
  try {
    action();
  } catch (error) {
    (error as NodeJS.ErrnoException).path = target;
    throw error;
  }
}

/** A file of this process alone, for what may yet have to be thrown away. */
export function temporaryFile(): Aside {
  const path = join(tmpdir(), `qcode-${process.pid}-${count++}.spool`);
  closeSync(openSync(path, 'wx', 0o600));
  return settleAt(path)(() => rmSync(path, { force: true }));
}

/** Removes everything that is being built. */
export function discardAll(): void {
  for (const aside of [...open]) aside.discard();
}

function place(target: string): { path: string; end: string; settle: (commit: () => void) => Aside } {
  const end = existsSync(target) ? realpathSync(target) : resolve(target);
  const path = join(dirname(end), `.${basename(end)}.qcode-${process.pid}-${count++}`);
  return { path, end, settle: settleAt(path) };
}

function settleAt(path: string): (commit: () => void) => Aside {
  return (commit) => {
    const aside: Aside = {
      path,
      commit: () => {
        commit();
        end(aside);
      },
      discard: () => {
        if (end(aside)) rmSync(path, { recursive: true, force: true });
      },
    };
    begin(aside);
    return aside;
  };
}
