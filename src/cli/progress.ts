import type { Shell } from './shell.js';

/** Told after each source of a pass. */
export type Progress = (done: number, total: number) => void;

const PATIENCE = 500;
const PAUSE = 100;

/** A line on stderr that counts sources, drawn only on a terminal and only when the work takes long. */
export function progressOn(shell: Shell, what: string): Progress {
  if (!shell.interactive) return () => undefined;
  const begun = performance.now();
  let drawn = 0;
  return (done, total) => {
    const now = performance.now();
    if (done === total && drawn > 0) shell.err.write('\r\x1b[K');
    else if (now - begun > PATIENCE && now - drawn > PAUSE) {
      drawn = now;
      shell.err.write(`\r${what}: ${done} of ${total} sources\x1b[K`);
    }
  };
}
