import process from 'node:process';
import { discardAll, watchBuilding } from '../store/aside.js';

/**
 * Ctrl-C and a plain kill leave nothing half done: what is being built is removed, targets stay as they were. Where
 * nothing is, the system ends the process, at once even in the middle of a long file.
 */
export function handleInterrupts(): void {
  const leave = (code: number) => () => {
    discardAll();
    process.exit(code);
  };
  const handlers = [['SIGINT', leave(130)], ['SIGTERM', leave(143)]] as const;
  watchBuilding((building) => {
    for (const [signal, handler] of handlers) {
      process.off(signal, handler);
      if (building) process.on(signal, handler);
    }
  });
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
