import { closeSync, lstatSync, openSync, readSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { dirname, resolve } from 'node:path';
import { type Aside, asideFile, temporaryFile } from '../store/aside.js';
import { finding } from '../store/finding.js';
import { shownPath } from '../store/locate.js';
import { isFolder } from '../store/walk.js';
import { isSystemError, reasonOf } from '../store/refusal.js';
import { Halt } from './failure.js';
import type { Shell } from './shell.js';
import { writeAll } from './write-all.js';

/** Where data goes: stdout, or a file that appears only when all of it is there. */
export interface Output {
  write(text: string): Promise<void>;
  /** Everything was written: a file takes its place. */
  finish(): Promise<void>;
  /** Nothing of it is wanted. Data that went to stdout is gone. */
  discard(): void;
}

const BUFFERED = 1 << 16;

/**
 * Opens what `-o` names, or stdout.
 *
 * @param bom whether the data begins with a byte order mark, as Excel wants it
 */
export function openOutput(shell: Shell, file: string | undefined, bom = false): Output {
  const sink =
    file === undefined || file === '-'
      ? streamOutput(shell.out)
      : namedOutput(resolve(shell.folder, file), (path) => shownPath(shell.folder, path));
  if (!bom) return sink;
  let first = true;
  return {
    ...sink,
    write: (text) => {
      const marked = first ? `\ufeff${text}` : text;
      first = false;
      return sink.write(marked);
    },
  };
}

function streamOutput(stream: NodeJS.WritableStream): Output {
  let waiting = '';
  const flush = async (): Promise<void> => {
    const text = waiting;
    waiting = '';
    if (text !== '' && !stream.write(text)) await once(stream, 'drain');
  };
  return {
    write: async (text) => {
      waiting += text;
      if (waiting.length >= BUFFERED) await flush();
    },
    finish: flush,
    discard: () => {
      waiting = '';
    },
  };
}

/** How messages name a path. */
type Shown = (path: string) => string;

/** A file that is replaced once all is there; what is no plain file (a pipe, a device) is written into as it comes. */
function namedOutput(target: string, shown: Shown): Output {
  const guard = guardFor(shown(target));
  const found = guard(() => statSync(target, { throwIfNoEntry: false }));
  if (found?.isDirectory()) refuse(`${shown(target)} is a folder`);
  if (!isFolder(dirname(target))) refuse(`the folder ${shown(dirname(target))} does not exist`);
  if (!found && lstatSync(target, { throwIfNoEntry: false })) refuse(`${shown(target)} is a link that leads nowhere`);
  return found && !found.isFile() ? specialOutput(target, guard) : fileOutput(target, guard);
}

/** Runs an action, and tells in words what stands in its way. */
type Guard = <T>(action: () => T) => T;

function guardFor(what: string): Guard {
  return (action) => {
    try {
      return action();
    } catch (error) {
      if (!isSystemError(error)) throw error;
      return refuse(`${what} cannot be written: ${reasonOf(error)}`);
    }
  };
}

function refuse(why: string): never {
  throw new Halt([finding('QC426', why)]);
}

/** A file that is begun only when there is something to write, so that until then nothing need be cleaned up. */
function fileOutput(target: string, guard: Guard): Output {
  guard(() => asideFile(target)).discard();
  let begun: { readonly aside: Aside; readonly descriptor: number } | null = null;
  const begin = () => {
    const aside = asideFile(target);
    return { aside, descriptor: openSync(aside.path, 'w') };
  };
  const lines = bufferedLines((bytes) => guard(() => writeAll((begun ??= begin()).descriptor, bytes)));
  return {
    write: lines.write,
    finish: async () => {
      lines.flush();
      const { aside, descriptor } = begun ?? guard(begin);
      begun = null;
      guard(() => {
        closeSync(descriptor);
        aside.commit();
      });
    },
    discard: () => {
      if (begun) closeSync(begun.descriptor);
      begun?.aside.discard();
      begun = null;
    },
  };
}

/** A pipe or device: opened and written into, never replaced. */
function specialOutput(target: string, guard: Guard): Output {
  const descriptor = guard(() => openSync(target, 'w'));
  const lines = bufferedLines((bytes) => guard(() => writeAll(descriptor, bytes)));
  const close = (): void => closeSync(descriptor);
  return {
    write: lines.write,
    finish: async () => {
      lines.flush();
      close();
    },
    discard: close,
  };
}

/** Collects text and hands it on in larger pieces. */
function bufferedLines(handOn: (bytes: Uint8Array) => void) {
  let waiting = '';
  const flush = (): void => {
    const bytes = Buffer.from(waiting);
    waiting = '';
    handOn(bytes);
  };
  return {
    flush,
    write: async (text: string): Promise<void> => {
      waiting += text;
      if (waiting.length >= BUFFERED) flush();
    },
  };
}

/** Data held back in a temporary file until it is known to be wanted: then poured into the output. */
export interface Spool {
  readonly write: (text: string) => Promise<void>;
  pour(output: Output): Promise<void>;
  discard(): void;
}

/** A place for what a pass writes that may yet have to be repeated. */
export function openSpool(): Spool {
  const guard = guardFor(`a temporary file in ${tmpdir()}`);
  const aside = guard(temporaryFile);
  const descriptor = openSync(aside.path, 'w+');
  // It needs no name any more: whatever ends this process, nothing of it stays.
  aside.discard();
  const close = (): void => closeSync(descriptor);
  return {
    write: async (text) => guard(() => writeAll(descriptor, Buffer.from(text))),
    pour: async (output) => {
      const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
      const chunk = new Uint8Array(BUFFERED);
      let position = 0;
      for (let read; (read = readSync(descriptor, chunk, 0, chunk.length, position)) > 0; position += read) {
        await output.write(decoder.decode(chunk.subarray(0, read), { stream: true }));
      }
      close();
    },
    discard: close,
  };
}
