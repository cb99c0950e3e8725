import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { once } from 'node:events';
import { dirname, resolve } from 'node:path';
import { type Aside, asideFile, temporaryFile } from '../store/aside.js';
import { finding } from '../store/finding.js';
import { shownPath } from '../store/locate.js';
import { isFolder } from '../store/walk.js';
import { Halt } from './failure.js';
import type { Shell } from './shell.js';

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
  const sink = file === undefined || file === '-' ? streamOutput(shell.out) : fileOutput(resolve(shell.folder, file), (path) => shownPath(shell.folder, path));
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

function fileOutput(target: string, shown: (path: string) => string): Output {
  const { aside, descriptor } = openAside(target, shown);
  let waiting = '';
  const flush = (): void => {
    writeAll(descriptor, Buffer.from(waiting));
    waiting = '';
  };
  return {
    write: async (text) => {
      waiting += text;
      if (waiting.length >= BUFFERED) flush();
    },
    finish: async () => {
      flush();
      closeSync(descriptor);
      aside.commit();
    },
    discard: () => {
      closeSync(descriptor);
      aside.discard();
    },
  };
}

/** The file that is to take the target's place, open; what stands in the way is told in words. */
function openAside(target: string, shown: (path: string) => string): { aside: Aside; descriptor: number } {
  const fail = (why: string): never => {
    throw new Halt([finding('QC426', why)]);
  };
  if (isFolder(target)) fail(`${shown(target)} is a folder`);
  if (!isFolder(dirname(target))) fail(`the folder ${shown(dirname(target))} does not exist`);
  try {
    const aside = asideFile(target);
    return { aside, descriptor: openSync(aside.path, 'w') };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return fail(`${shown(target)} cannot be written: ${REASONS[code ?? ''] ?? message}`);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'you may not write to its folder',
  EPERM: 'you may not write to its folder',
  EROFS: 'its disk can only be read',
  ENOSPC: 'its disk is full',
  ENAMETOOLONG: 'its name is too long',
};

function writeAll(descriptor: number, bytes: Uint8Array): void {
  let done = 0;
  while (done < bytes.length) done += writeSync(descriptor, bytes, done);
}

/** Data held back in a temporary file until it is known to be wanted: then poured into the output. */
export interface Spool {
  readonly write: (text: string) => Promise<void>;
  pour(output: Output): Promise<void>;
  discard(): void;
}

/** A place for what a pass writes that may yet have to be repeated. */
export function openSpool(): Spool {
  const aside = temporaryFile();
  const descriptor = openSync(aside.path, 'w+');
  const close = (): void => {
    closeSync(descriptor);
    aside.discard();
  };
  return {
    write: async (text) => writeAll(descriptor, Buffer.from(text)),
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
