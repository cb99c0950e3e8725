import process from 'node:process';
import { isError } from '../core/diagnostic.js';
import { renderDiagnostic } from '../core/render.js';
import { nearest } from '../core/suggest.js';
import { discardAll } from '../store/aside.js';
import { shownPath } from '../store/locate.js';
import { parseArguments } from './arguments.js';
import type { Entry } from './command.js';
import { isSystemError, reasonOf } from '../store/refusal.js';
import { Halt, UsageError } from './failure.js';
import { commandHelp } from './help.js';
import { handleInterrupts, watchStreams } from './interrupt.js';
import { processShell } from './shell.js';
import { VERSION } from './version.js';

/** Loads and runs the command that the first word names. Returns the exit code. */
export async function dispatch(entries: readonly Entry[], words: readonly string[]): Promise<number> {
  const shell = processShell();
  watchStreams(shell.out, shell.err, (code) => process.exit(code));
  handleInterrupts();
  try {
    const command = await entryOf(entries, words[0] ?? '').load();
    const parsed = parseArguments(command, words.slice(1), ['qcode', command.name]);
    if (parsed.kind === 'help') {
      shell.out.write(commandHelp(parsed.command, parsed.path));
      return 0;
    }
    return (await parsed.command.run?.({ arguments: parsed.arguments, values: parsed.values, shell })) ?? 0;
  } catch (error) {
    discardAll();
    shell.err.write(`${explain(error, shell.folder)}\n`);
    return error instanceof Halt ? error.exitCode : 2;
  }
}

function entryOf(entries: readonly Entry[], name: string): Entry {
  const entry = entries.find((candidate) => candidate.name === name);
  if (entry) return entry;
  const close = nearest(
    name,
    entries.filter(({ hidden }) => !hidden).map((candidate) => candidate.name),
  );
  throw new UsageError(
    `qcode knows no command "${name}"`,
    close ? `Did you mean ${close}?` : 'qcode --help lists the commands.',
  );
}

function explain(error: unknown, folder: string): string {
  if (error instanceof UsageError) return `error: ${error.message}${error.remedy ? `\n  remedy: ${error.remedy}` : ''}`;
  if (error instanceof Halt) {
    const { diagnostics } = error;
    const shown = diagnostics.some(isError) ? diagnostics.filter(isError) : diagnostics;
    return shown.map(renderDiagnostic).join('\n');
  }
  if (isSystemError(error)) return explainRefusal(error, folder);
  return `This is a bug of qcode ${VERSION}; please report it with these lines.\n${traceOf(error)}`;
}

/** Where it happened, without the bundle's long lines. */
function traceOf(error: unknown): string {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return trace
    .split('\n')
    .map((line) => line.slice(0, 200))
    .join('\n');
}

/** A disk that is full, a folder that may not be written: said of the file, where it is known. */
function explainRefusal(error: NodeJS.ErrnoException, folder: string): string {
  const what = error.path === undefined ? 'a file' : shownPath(folder, error.path);
  return `error: ${what} cannot be read or written: ${reasonOf(error)}\n  remedy: Check the path, its permissions and the room on its disk; nothing was replaced.`;
}
