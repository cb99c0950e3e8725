import type { Diagnostic } from '../core/diagnostic.js';
import { isError } from '../core/diagnostic.js';
import { renderDiagnostic } from '../core/render.js';
import type { Outcome } from '../core/diagnostic.js';
import { Halt } from './failure.js';
import type { Shell } from './shell.js';

/** Tells findings on stderr, and remembers whether one of them was an error. */
export interface Findings {
  tell(diagnostics: readonly Diagnostic[]): void;
  /** The exit code so far: 1 once an error was told. */
  exitCode(): 0 | 1;
}

/** Findings are told as they come; the same one twice (two passes over one file) only once. */
export function tellOn(shell: Shell): Findings {
  const told = new Set<string>();
  let errors = 0;
  return {
    tell: (diagnostics) => {
      for (const diagnostic of diagnostics) {
        // Notes are for `qcode check`; beside figures they would drown what matters.
        if (diagnostic.severity === 'info') continue;
        const text = renderDiagnostic(diagnostic);
        if (told.has(text)) continue;
        told.add(text);
        shell.err.write(`${text}\n`);
        if (isError(diagnostic)) errors++;
      }
    },
    exitCode: () => (errors > 0 ? 1 : 0),
  };
}

/** The value of an outcome whose findings are told; without one there is nothing to go on with. */
export function need<T>(outcome: Outcome<T>, findings: Findings): T {
  if (outcome.value === undefined) throw new Halt(outcome.diagnostics);
  findings.tell(outcome.diagnostics);
  return outcome.value;
}
