import { afterEach, describe, expect, it } from '@jest/globals';
import { PassThrough } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { takeInput } from '../../../src/tui/shell/app.js';

/** A terminal of streams: whether keys come from it one by one, and what was written to it. */
function terminal() {
  const raw: boolean[] = [];
  const stdin = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: (isRaw: boolean) => raw.push(isRaw),
    ref: () => undefined,
    unref: () => undefined,
  });
  const stdout = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 });
  const streams = { stdin, stdout } as unknown as Pick<NodeJS.Process, 'stdin' | 'stdout'>;
  return { stdin, streams, raw };
}

let letGo = (): void => undefined;
afterEach(() => letGo());

describe('what Ink makes of the input', () => {
  it('is text, escape sequences, and a lone escape, one after another', async () => {
    const { stdin, streams, raw } = terminal();
    const typed: string[] = [];
    letGo = takeInput((sequence) => typed.push(sequence), streams);
    expect(raw).toEqual([true]);
    stdin.write('jj\x1b[A\x7f資\x1b[200~a\r\x1b[201~\x1bb\x1b[99;7u\x03');
    await pause(20);
    expect(typed).toEqual(['jj', '\x1b[A', '\x7f資', '\x1b[200~', 'a\r', '\x1b[201~', '\x1bb', '\x1b[99;7u', '\x03']);
    stdin.write('\x1b');
    await pause(20);
    expect(typed.at(-1)).toBe('\x1b');
  });

  it('comes no more once it let go, and lines are whole again', async () => {
    const { stdin, streams, raw } = terminal();
    const typed: string[] = [];
    takeInput((sequence) => typed.push(sequence), streams)();
    stdin.write('j');
    await pause(20);
    expect(typed).toEqual([]);
    expect(raw).toEqual([true, false]);
  });
});
