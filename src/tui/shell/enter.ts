import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import type { Invocation, Values } from '../../cli/command.js';
import { Halt, UsageError } from '../../cli/failure.js';
import { write } from '../../cli/print.js';
import type { Desk } from './desk.js';
import { type Beginning, prepare } from './prepare.js';
import { readScript } from './script.js';
import type { Size } from '../model/state.js';

/**
 * Shows a beginning on the terminal until the coder leaves; with `--script` it replays keys instead and prints what the
 * screen would show.
 */
export async function enter({ values, shell }: Invocation, desk: Desk, beginning: Beginning): Promise<void> {
  const script = values.one('script');
  const size = sizeOf(values);
  const { value, diagnostics } = await prepare(desk, beginning);
  if (!value) throw new Halt(diagnostics);
  if (script === undefined) {
    const { runTerminal } = await import('./run.js');
    return runTerminal(desk, value);
  }
  const steps = readScript(readFileSync(resolve(shell.folder, script), 'utf8'));
  const { runScript } = await import('./run-script.js');
  await write(shell, values, (await runScript(desk, value, steps, size)).join('\n'));
}

const IN_SCRIPTS =
  'In scripts, qcode codings add and qcode codings import store codings, and qcode code applies the rules; --script FILE replays keys.';

/** Refuses, before anything is read, where there is nobody to press keys. */
export function requireTerminal(values: Values, command: string, remedy = IN_SCRIPTS): void {
  if (values.one('script') !== undefined) return;
  const { stdin, stdout, env } = process;
  if (stdin.isTTY && stdout.isTTY && env['TERM'] !== 'dumb') return;
  throw new UsageError(`qcode ${command} needs a terminal, and this is none`, remedy);
}

function sizeOf(values: Values): Size {
  const given = values.one('size');
  if (given === undefined) return { columns: 80, rows: 24 };
  const match = /^(\d{1,4})x(\d{1,4})$/.exec(given);
  if (!match) throw new UsageError(`--size wants columns and rows such as 80x24, not "${given}"`);
  return { columns: Number(match[1]), rows: Number(match[2]) };
}
