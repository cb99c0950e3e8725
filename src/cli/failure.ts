import type { Diagnostic } from '../core/diagnostic.js';

/** The command line asks for something that cannot be: said on stderr, exit 2. */
export class UsageError extends Error {
  constructor(
    message: string,
    readonly remedy?: string,
  ) {
    super(message);
  }
}

/** What was found leaves nothing to go on with; the findings are told, and the exit code is 2. */
export class Halt extends Error {
  constructor(readonly diagnostics: readonly Diagnostic[]) {
    super(diagnostics[0]?.message ?? 'nothing to go on with');
  }
}
