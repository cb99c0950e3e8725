import process from 'node:process';
import { createInterface } from 'node:readline/promises';
import type { Invocation } from './command.js';

/** Writes without asking. */
export const yesOption = { flags: '--yes', description: 'write without asking' } as const;

/**
 * Whether what was shown is to be written: yes by `--yes`, else by the answer of whoever sits at the terminal. Where nobody
 * does, no; and it is said how to say yes.
 */
export async function confirmed({ values, shell }: Invocation, question: string): Promise<boolean> {
  if (values.flag('yes')) return true;
  if (!shell.interactive || process.stdin.isTTY !== true) {
    shell.err.write('Nothing was written. Add --yes to write it.\n');
    return false;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await terminal.question(`${question} [y/N] `);
    if (/^y(es)?$/i.test(answer.trim())) return true;
  } catch (error) {
    // Ctrl-C or Ctrl-D at the question.
    if ((error as Error).name !== 'AbortError') throw error;
    shell.err.write('\n');
  } finally {
    terminal.close();
  }
  shell.err.write('Nothing was written.\n');
  return false;
}
