import process from 'node:process';
import type { Entry } from './command.js';
import { rootHelp } from './help.js';
import { VERSION } from './version.js';

/** Runs the command that a command line names. Nothing is loaded for the version and the root help. */
export async function run(entries: readonly Entry[], words: readonly string[]): Promise<number> {
  const [name, ...rest] = words;
  if (name === '--version' || name === '-V') {
    return say(`${VERSION}\n`);
  }
  if (name === undefined || name === '--help' || name === '-h' || (name === 'help' && rest.length === 0)) {
    return say(rootHelp(entries));
  }
  const { dispatch } = await import('./dispatch.js');
  return dispatch(entries, name === 'help' ? [...rest, '--help'] : words);
}

/** Prints a text; only where that fails is anything loaded that can tell why. */
function say(text: string): Promise<number> {
  return new Promise((done) => {
    process.stdout.once('error', (error) => {
      void import('./interrupt.js').then(({ streamFailed }) => done(streamFailed(error, process.stderr)));
    });
    process.stdout.write(text, (error) => {
      if (!error) done(0);
    });
  });
}
