import { type Diagnostic, isError } from '../core/diagnostic.js';

/** The command line asks for something that cannot be: said on stderr, exit 2. */
export class UsageError extends Error {
  constructor(
    message: string,
    readonly remedy?: string,
  ) {
    super(message);
  }
}

/** Diagnostics that are the command line's or the disk's fault; all others are mistakes in somebody's files. */
const USAGE = new Set(['QC401', 'QC402', 'QC406', 'QC407', 'QC409', 'QC419', 'QC420', 'QC421', 'QC425', 'QC426']);

/** What was found leaves nothing to go on with, or only to wrong figures. */
export class Halt extends Error {
  constructor(readonly diagnostics: readonly Diagnostic[]) {
    super(diagnostics[0]?.message ?? 'nothing to go on with');
  }

  get exitCode(): 1 | 2 {
    return this.diagnostics.filter(isError).every(({ code }) => USAGE.has(code)) ? 2 : 1;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'its disk can only be read',
  ENOSPC: 'its disk is full',
  EDQUOT: 'your share of its disk is used up',
  ENAMETOOLONG: 'its name is too long',
  ENOENT: 'it, or a folder in its path, does not exist',
  ENOTDIR: 'a part of its path is a file, not a folder',
  EISDIR: 'it is a folder',
  ELOOP: 'its links lead in a circle',
  EPIPE: 'whoever reads it has closed it',
  ENXIO: 'nothing is there to take it',
  EMFILE: 'too many files are open',
};

/** Why the system refused, in words. */
export function reasonOf(error: NodeJS.ErrnoException): string {
  return REASONS[error.code ?? ''] ?? /^[A-Z0-9]+: ([^,]+)/.exec(error.message)?.[1] ?? error.message;
}

/** Whether the system refused something, which is nobody's bug. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return typeof error === 'object' && error !== null && 'syscall' in error && 'code' in error;
}
