import process from 'node:process';

/** Signals that end the program. */
const ENDINGS = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const;

/** The signals that end the program, for as long as it listens to them. */
export interface Endings {
  /** Does something during which Ctrl-C is meant for somebody else. */
  heedless<T>(action: () => T): T;
  stop(): void;
}

export function hearEndings(die: (signal: NodeJS.Signals) => void): Endings {
  let heedless = 0;
  const hear = (signal: NodeJS.Signals): void => {
    if (signal !== 'SIGINT' || heedless === 0) die(signal);
  };
  for (const signal of ENDINGS) process.on(signal, hear);
  return {
    heedless(action) {
      heedless++;
      try {
        return action();
      } finally {
        // What came during the action is told only in the next round of the event loop.
        setImmediate(() => setImmediate(() => heedless--));
      }
    },
    stop() {
      for (const signal of ENDINGS) process.off(signal, hear);
    },
  };
}

/** Ends the process as a signal would have ended it. */
export function dieOf(signal: NodeJS.Signals): void {
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}
