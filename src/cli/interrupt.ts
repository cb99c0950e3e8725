import process from 'node:process';
import { renderDiagnostic } from '../core/render.js';
import { discardAll, watchBuilding } from '../store/aside.js';
import { finding } from '../store/finding.js';
import { reasonOf } from '../store/refusal.js';

/**
 * Ctrl-C and a plain kill leave nothing half done: what is being built is removed, targets stay as they were. Where
 * nothing is, the system ends the process, at once even in the middle of a long file.
 */
export function handleInterrupts(): void {
  const leave = (code: number) => () => {
    discardAll();
    process.exit(code);
  };
  const handlers = [
    ['SIGINT', leave(130)],
    ['SIGTERM', leave(143)],
  ] as const;
  watchBuilding((building) => {
    for (const [signal, handler] of handlers) {
      process.off(signal, handler);
      if (building) process.on(signal, handler);
    }
  });
}

/** What a stream is to whoever watches it. */
interface Watched {
  on(event: 'error', listener: (error: NodeJS.ErrnoException) => void): unknown;
}

/**
 * What a failed write to stdout means for the exit code: a reader that has seen enough (`| head`) is no error; a full
 * disk is, and is told.
 */
export function streamFailed(error: NodeJS.ErrnoException, err: { write(text: string): unknown }): 0 | 2 {
  if (error.code === 'EPIPE') return 0;
  err.write(`${renderDiagnostic(finding('QC426', `standard output cannot be written: ${reasonOf(error)}`))}\n`);
  return 2;
}

/**
 * Ends the process when stdout fails. Where stderr cannot be written, there is nobody to tell.
 *
 * @param leave ends the process with an exit code
 */
export function watchStreams(
  out: Watched,
  err: Watched & { write(text: string): unknown },
  leave: (code: number) => void,
): void {
  err.on('error', () => undefined);
  out.on('error', (error) => {
    discardAll();
    leave(streamFailed(error, err));
  });
}
