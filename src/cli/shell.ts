import process from 'node:process';
import { fileStream, leadsToFile } from './write-all.js';

/** What a command knows of the outside: where it was called, and where its data and its words go. */
export interface Shell {
  readonly folder: string;
  /** Columns of the terminal on stdout; where it is none those that COLUMNS declares, or null. */
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
    columns: terminal ? (stdout.columns ?? 80) : declared(env['COLUMNS']),
    colour: !env['NO_COLOR'] && (forced || (terminal && env['TERM'] !== 'dumb')),
    interactive: stderr.isTTY === true,
    out: leadsToFile(stdout.fd) ? fileStream(stdout.fd) : stdout,
    err: stderr,
  };
}

/** A width as COLUMNS has it, or null. */
function declared(columns: string | undefined): number | null {
  const width = Number(columns);
  return Number.isInteger(width) && width > 0 ? width : null;
}
