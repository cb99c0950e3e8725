import process from 'node:process';

/** What a command knows of the outside: where it was called, and where its data and its words go. */
export interface Shell {
  readonly folder: string;
  /** Columns of the terminal on stdout, or null where stdout is none. */
  readonly columns: number | null;
  /** Whether stdout takes colours. */
  readonly colour: boolean;
  /** Whether stderr is a terminal, so that progress may be drawn there. */
  readonly interactive: boolean;
  readonly out: NodeJS.WritableStream;
  readonly err: NodeJS.WritableStream;
}

/** The shell of this process. NO_COLOR (not empty) turns colours off, FORCE_COLOR turns them on. */
export function processShell(): Shell {
  const { stdout, stderr, env } = process;
  const terminal = stdout.isTTY === true;
  const forced = env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '0';
  return {
    folder: process.cwd(),
    columns: terminal ? (stdout.columns ?? 80) : null,
    colour: !env['NO_COLOR'] && (forced || (terminal && env['TERM'] !== 'dumb')),
    interactive: stderr.isTTY === true,
    out: stdout,
    err: stderr,
  };
}
