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
const USAGE = new Set([
  'QC401',
  'QC402',
  'QC406',
  'QC407',
  'QC409',
  'QC419',
  'QC420',
  'QC421',
  'QC425',
  'QC426',
  'QC440',
  'QC441',
  'QC450',
  'QC460',
  'QC461',
  'QC470',
  'QC471',
  'QC473',
  'QC474',
  'QC478',
  'QC490',
  'QC491',
]);

/** What was found leaves nothing to go on with, or only to wrong figures. */
export class Halt extends Error {
  constructor(readonly diagnostics: readonly Diagnostic[]) {
    super(diagnostics[0]?.message ?? 'nothing to go on with');
  }

  get exitCode(): 1 | 2 {
    return this.diagnostics.filter(isError).every(({ code }) => USAGE.has(code)) ? 2 : 1;
  }
}
