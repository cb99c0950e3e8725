import { afterAll, describe, expect, it } from '@jest/globals';
import { execFileSync, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { lstatSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Halt } from '../../../src/cli/failure.js';
import { watchStreams } from '../../../src/cli/interrupt.js';
import { openOutput, openSpool } from '../../../src/cli/output.js';
import type { Shell } from '../../../src/cli/shell.js';
import { folderWith, removeFolders } from '../store/temporary.js';

afterAll(removeFolders);

const shellIn = (folder: string): Shell => ({
  folder,
  columns: null,
  colour: false,
  interactive: false,
  out: process.stdout,
  err: process.stderr,
});

const print = async (folder: string, file: string, text: string): Promise<void> => {
  const output = openOutput(shellIn(folder), file);
  await output.write(text);
  await output.finish();
};

/** A folder with a named pipe; null where the system makes none. */
function folderWithPipe(): string | null {
  const folder = folderWith({});
  try {
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    return folder;
  } catch {
    return null;
  }
}

describe('the output that -o names', () => {
  it('replaces the file that a link leads to, and leaves the link', async () => {
    const folder = folderWith({ 'deep/out.csv': 'old' });
    symlinkSync('deep/out.csv', join(folder, 'link.csv'));
    await print(folder, 'link.csv', 'new');
    expect(lstatSync(join(folder, 'link.csv')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, 'deep/out.csv'), 'utf8')).toBe('new');
    expect(readdirSync(join(folder, 'deep'))).toEqual(['out.csv']);
  });

  it('refuses links that lead nowhere or in a circle', () => {
    const folder = folderWith({});
    symlinkSync('nothing.csv', join(folder, 'dangling.csv'));
    symlinkSync('circle.csv', join(folder, 'circle.csv'));
    for (const file of ['dangling.csv', 'circle.csv']) {
      expect(() => openOutput(shellIn(folder), file)).toThrow(Halt);
    }
    expect(readdirSync(folder).sort()).toEqual(['circle.csv', 'dangling.csv']);
  });

  it('is written into where it is a pipe, which stays one', async () => {
    const folder = folderWithPipe();
    if (folder === null) return;
    const reader = spawn('cat', [join(folder, 'pipe')]);
    let read = '';
    reader.stdout.on('data', (bytes: Buffer) => (read += bytes.toString()));
    const closed = once(reader, 'close');
    await print(folder, 'pipe', 'through the pipe');
    await closed;
    expect(read).toBe('through the pipe');
    expect(lstatSync(join(folder, 'pipe')).isFIFO()).toBe(true);
    expect(readdirSync(folder)).toEqual(['pipe']);
  });

  it('says in words that a pipe was closed', async () => {
    const folder = folderWithPipe();
    if (folder === null) return;
    const reader = spawn('sh', ['-c', `exec 3<'${join(folder, 'pipe')}'; exec 3<&-`]);
    const closed = once(reader, 'close');
    const output = openOutput(shellIn(folder), 'pipe');
    await closed;
    await output.write('x');
    const failure = await output.finish().catch((error: unknown) => error);
    expect(failure).toMatchObject({ message: 'pipe cannot be written: whoever reads it has closed it', exitCode: 2 });
    output.discard();
  });

  it('has nothing to be cleaned up before something is written, nor after it is thrown away', async () => {
    const folder = folderWith({ 'out.csv': 'old' });
    const output = openOutput(shellIn(folder), 'out.csv');
    expect(readdirSync(folder)).toEqual(['out.csv']);
    await output.write('x'.repeat(1 << 17));
    expect(readdirSync(folder)).toHaveLength(2);
    output.discard();
    expect(readdirSync(folder)).toEqual(['out.csv']);
  });

  it('takes what was held back', async () => {
    const folder = folderWith({});
    const spool = openSpool();
    await spool.write('信任');
    const output = openOutput(shellIn(folder), 'out.csv', true);
    await spool.pour(output);
    await output.finish();
    expect(readFileSync(join(folder, 'out.csv'), 'utf8')).toBe('\ufeff信任');
  });
});

describe('standard output that fails', () => {
  const failing = (code: string): { said: string; left: number[] } => {
    const out = new EventEmitter();
    let said = '';
    const left: number[] = [];
    const err = Object.assign(new EventEmitter(), { write: (text: string) => (said += text) });
    watchStreams(out, err, (exit) => left.push(exit));
    out.emit('error', Object.assign(new Error(`${code}: no, write`), { code, syscall: 'write' }));
    err.emit('error', new Error('closed'));
    return { said, left };
  };

  it('is told in words where its disk is full', () => {
    const { said, left } = failing('ENOSPC');
    expect(left).toEqual([2]);
    expect(said).toMatch(/^error QC426: standard output cannot be written: its disk is full\n/);
  });

  it('is no error where its reader has seen enough', () => {
    expect(failing('EPIPE')).toEqual({ said: '', left: [0] });
  });
});
