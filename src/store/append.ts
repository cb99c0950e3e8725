import { closeSync, fstatSync, fsyncSync, ftruncateSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Event } from '../coding/event.js';
import { printEvent } from '../coding/print-event.js';
import type { Diagnostic } from '../core/diagnostic.js';
import { finding } from './finding.js';
import { findPlace, makeFolders, syncFolder } from './log-place.js';
import { logPath } from './logs.js';
import { isSystemError, reasonOf } from './refusal.js';

/**
 * Appends the events of one action to a coder's log of a source, in one write of whole lines, and waits until the disk
 * has them. Only when this says null may a screen say saved.
 *
 * Where the log does not end in a line feed, since an earlier write was interrupted, the lines begin with one: so the
 * fragment spoils nothing, and nothing is rewritten. A kill or a power cut may leave the first of several lines without
 * the last, so whoever replaces a coding puts what comes before the removal of what goes.
 *
 * @param folder of the study
 * @param events of one action; their lines stand together, in this order
 * @returns null once all is on the disk; else QC440, which says why nothing was saved
 */
export function appendEvents(
  folder: string,
  coder: string,
  source: string,
  events: readonly Event[],
): Diagnostic | null {
  if (events.length === 0) return null;
  const id = logPath(coder, source);
  try {
    const place = findPlace(folder, coder, source);
    if ('refusal' in place) return notSaved(place.refusal, id);
    const lines = events.map((event) => `${printEvent(event)}\n`).join('');
    const refusal = makeFolders(place.folders) ?? appendLines(place.path, lines);
    return refusal === null ? null : notSaved(refusal, id);
  } catch (error) {
    return notSaved(reasonFor(error), id);
  }
}

function notSaved(refusal: string, id: string): Diagnostic {
  return finding('QC440', `nothing was saved: ${refusal}`, { file: id });
}

/** Says why nothing was saved, as a clause; null once the lines are on the disk. */
function appendLines(path: string, lines: string): string | null {
  const { log, isMade } = openLog(path);
  try {
    const { size } = fstatSync(log);
    const bytes = Buffer.from(endsInLineFeed(log, size) ? lines : `\n${lines}`);
    const { written, refusal } = writeLines(log, bytes, size === 0 ? dirname(path) : null);
    if (refusal === null) return null;
    const isBack = written === 0 || takenBack(log, size, written);
    if (!isBack) return `${refusal}; a part may stand in the file`;
    if (isMade) removeEmpty(log, path);
    return refusal;
  } finally {
    closeSync(log);
  }
}

/**
 * Writes lines and waits until the disk has them.
 *
 * @param folder of a log that is new: until the disk has the entry of a file, it does not have the file
 */
function writeLines(
  log: number,
  bytes: Uint8Array,
  folder: string | null,
): { written: number; refusal: string | null } {
  let written = 0;
  try {
    written = writeSync(log, bytes);
    if (written < bytes.length) return { written, refusal: 'its disk took only a part and is full' };
    fsyncSync(log);
    if (fstatSync(log).nlink === 0) return { written, refusal: 'another program replaced the file meanwhile' };
    if (folder !== null) syncFolder(folder);
    return { written, refusal: null };
  } catch (error) {
    return { written, refusal: reasonFor(error) };
  }
}

function openLog(path: string): { log: number; isMade: boolean } {
  try {
    return { log: openSync(path, 'ax+'), isMade: true };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return { log: openSync(path, 'a+'), isMade: false };
  }
}

/**
 * Removes a log that was made for nothing: even an empty one says that the coder has coded. Whoever else opened it
 * meanwhile finds, once it has written, that the file has no name any more.
 */
function removeEmpty(log: number, path: string): void {
  try {
    if (fstatSync(log).size === 0) rmSync(path);
  } catch {
    // It stays, empty; what matters is told by the error that brought this about.
  }
}

/**
 * Cuts off what a failed write left, so that none of its lines is ever taken for saved. Only where the file is exactly as
 * long as that write left it: else another process has appended since, and cutting would lose what it saved.
 */
function takenBack(log: number, size: number, written: number): boolean {
  try {
    if (fstatSync(log).size !== size + written) return false;
    ftruncateSync(log, size);
    return true;
  } catch {
    return false;
  }
}

function endsInLineFeed(log: number, size: number): boolean {
  if (size === 0) return true;
  const last = new Uint8Array(1);
  readSync(log, last, 0, 1, size - 1);
  return last[0] === 0x0a;
}

/** Why it could not be saved, as a clause; a bug stays one. */
function reasonFor(error: unknown): string {
  if (isSystemError(error)) return reasonOf(error);
  throw error;
}
