import process from 'node:process';
import type { Entry } from './command.js';
import { rootHelp } from './help.js';
import { VERSION } from './version.js';

/** Runs the command that a command line names. Nothing is loaded for the version and the root help. */
export async function run(entries: readonly Entry[], words: readonly string[]): Promise<number> {
  const [name, ...rest] = words;
  if (name === '--version' || name === '-V') {
    process.stdout.write(`${VERSION}\n`);
    return 0;
  }
  if (name === undefined || name === '--help' || name === '-h' || (name === 'help' && rest.length === 0)) {
    process.stdout.write(rootHelp(entries));
    return 0;
  }
  const { dispatch } = await import('./dispatch.js');
  return dispatch(entries, name === 'help' ? [...rest, '--help'] : words);
}
