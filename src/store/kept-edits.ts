import { existsSync, readFileSync, rmSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { digestOf } from '../text/digest.js';
import { replaceAside, writeAside } from './write-aside.js';

/** What a file is to say again, and what it must say now for that. */
export interface FileBack {
  /** Relative to the study. */
  readonly path: string;
  /** SHA-256 (hex) of its bytes as they must be; null: there must be no such file. */
  readonly now: string | null;
  /** Its text to be; null: no file. */
  readonly then: string | null;
}

/** An edit of files that all coders share, the codebook and memos, to be taken back byte for byte. */
export interface KeptEdit {
  /** What it did, in words. */
  readonly told: string;
  /** When it was done, undone or done again: ISO 8601, UTC. */
  readonly time: string;
  /** The code that it made to be laid at once; null for any other edit. */
  readonly laid: string | null;
  /** What codes are called once it is taken back: the new id by the old. */
  readonly renamed: Readonly<Record<string, string>>;
  readonly files: readonly FileBack[];
}

/** The edits of a coder that can be undone and done again: the last of either list comes first. */
export interface KeptEdits {
  readonly done: readonly KeptEdit[];
  readonly undone: readonly KeptEdit[];
  /** The time of the last new edit: what was undone before it is not done again. Empty without one. */
  readonly since: string;
}

export const NO_KEPT_EDITS: KeptEdits = { done: [], undone: [], since: '' };

/** How many edits are kept; each holds a codebook. */
const MOST = 50;

function pathOf(folder: string, coder: string): string {
  return join(folder, 'codings', '.edits', `${coder}.json`);
}

/** The edits of a coder in earlier sessions. What cannot be read is as if it had not been kept: nothing rests on it. */
export function readKeptEdits(folder: string, coder: string): KeptEdits {
  try {
    const json: unknown = JSON.parse(readFileSync(pathOf(folder, coder), 'utf8'));
    return isKeptEdits(json) ? json : NO_KEPT_EDITS;
  } catch {
    return NO_KEPT_EDITS;
  }
}

/** @throws what the system says where it does not let them be written */
export function writeKeptEdits(folder: string, coder: string, { done, undone, since }: KeptEdits): void {
  const kept = { done: done.slice(-MOST), undone: undone.slice(-MOST), since };
  writeAside(pathOf(folder, coder), `${JSON.stringify(kept)}\n`);
}

/** What some files say, by their paths relative to the study; null where there is none. */
export function textsOf(folder: string, paths: readonly string[]): ReadonlyMap<string, string | null> {
  return new Map(paths.map((path) => [path, bytesOf(folder, path)?.toString('utf8') ?? null]));
}

/** What takes back whatever was done to files since they said this. */
export function backTo(folder: string, before: ReadonlyMap<string, string | null>): FileBack[] {
  return [...before].map(([path, then]) => ({ path, now: digestAt(folder, path), then }));
}

/** The first file that does not say what it must for the others to be written. */
export function changedFile(folder: string, files: readonly FileBack[]): string | undefined {
  return files.find(({ path, now }) => digestAt(folder, path) !== now)?.path;
}

/**
 * Writes what files are to say, each in one step, where `changedFile` finds none that was changed.
 *
 * @returns what takes that back in turn; null where one was changed at the last moment: then it and those after it stay
 * @throws what the system says where it does not let a file be written
 */
export function putBack(folder: string, files: readonly FileBack[]): FileBack[] | null {
  const before = textsOf(
    folder,
    files.map(({ path }) => path),
  );
  for (const { path, then } of files) {
    const bytes = bytesOf(folder, path);
    const target = resolve(folder, path);
    if (then === null) rmSync(target, { force: true });
    else if (bytes === null) writeAside(target, then);
    else if (bytes.toString('utf8') !== then && !replaceAside(target, bytes, then)) return null;
  }
  return backTo(folder, before);
}

/** A path as it is kept. */
export function keptPath(folder: string, path: string): string {
  return isAbsolute(path) ? relative(folder, path) : path;
}

function digestAt(folder: string, path: string): string | null {
  const bytes = bytesOf(folder, path);
  return bytes && digestOf(bytes);
}

function bytesOf(folder: string, path: string) {
  const target = resolve(folder, path);
  return existsSync(target) ? readFileSync(target) : null;
}

function isKeptEdits(json: unknown): json is KeptEdits {
  const isText = (value: unknown): value is string => typeof value === 'string';
  const isFile = ({ path, now, then }: Partial<FileBack>): boolean =>
    isText(path) && (now === null || isText(now)) && (then === null || isText(then));
  const isEdit = ({ told, time, laid, renamed, files }: Partial<KeptEdit>): boolean =>
    isText(told) &&
    isText(time) &&
    (laid === null || isText(laid)) &&
    typeof renamed === 'object' &&
    Object.values(renamed).every(isText) &&
    Array.isArray(files) &&
    files.every(isFile);
  const { done, undone, since } = json as Partial<KeptEdits>;
  return isText(since) && Array.isArray(done) && Array.isArray(undone) && [...done, ...undone].every(isEdit);
}
