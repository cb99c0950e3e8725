/** Where a diagnostic points: a file, and in it a 1-based line and column (counted in code points). */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  /** The line as it stands in the file, for the excerpt. */
  readonly excerpt?: string;
  /** How many code points the caret underlines; 1 when absent. */
  readonly width?: number;
}

export type Severity = 'error' | 'warning' | 'info';

/**
 * A finding about somebody's input. Parsers and checks return these as values; only usage errors and bugs throw.
 * `code` is an entry of the catalogue (`QC104`), `message` says what is wrong here, `remedy` what to do about it.
 */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly remedy: string;
  readonly place?: Place;
}

/** What a parser returns: as much as could be read, and every finding, not only the first. */
export interface Outcome<T> {
  /** Absent when an error leaves nothing that could be used. */
  readonly value?: T;
  readonly diagnostics: readonly Diagnostic[];
}

export function isError(diagnostic: Diagnostic): boolean {
  return diagnostic.severity === 'error';
}
