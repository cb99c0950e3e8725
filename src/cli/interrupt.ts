import process from 'node:process';
import { discardAll } from '../store/aside.js';

/** Ctrl-C and a plain kill leave nothing half done: what is being built is removed, targets stay as they were. */
export function handleInterrupts(): void {
  const leave = (code: number) => () => {
    discardAll();
    process.exit(code);
  };
  process.once('SIGINT', leave(130));
  process.once('SIGTERM', leave(143));
}

/** A reader that has seen enough (`| head`) is no error. */
export function ignoreClosedPipes(): void {
  const quiet = (error: NodeJS.ErrnoException): void => {
    if (error.code !== 'EPIPE') throw error;
    discardAll();
    process.exit(0);
  };
  process.stdout.on('error', quiet);
  process.stderr.on('error', quiet);
}
