import { closeSync, mkdirSync, openSync, renameSync, rmSync, existsSync } from 'node:fs';
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

/** A file that takes its target's place in one step. */
export function asideFile(target: string): Aside {
  const { path, settle } = place(target);
  closeSync(openSync(path, 'wx'));
  return settle(() => renameSync(path, resolve(target)));
}

/** A folder that takes its target's place; an earlier folder there is removed once the new one is complete. */
export function asideFolder(target: string): Aside {
  const { path, settle } = place(target);
  mkdirSync(path, { recursive: true });
  return settle(() => {
    const old = `${path}.old`;
    const replaces = existsSync(target);
    if (replaces) renameSync(resolve(target), old);
    renameSync(path, resolve(target));
    if (replaces) rmSync(old, { recursive: true, force: true });
  });
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

function place(target: string): { path: string; settle: (commit: () => void) => Aside } {
  const path = join(dirname(resolve(target)), `.${basename(target)}.qcode-${process.pid}-${count++}`);
  return { path, settle: settleAt(path) };
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
