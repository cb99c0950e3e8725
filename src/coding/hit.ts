import type { Span } from '../core/span.js';

/** A place where a rule holds: the matched words (bytes of canonical text), after all conditions and exceptions. */
export interface Hit extends Span {
  /** Position of the code in `codebook.codes`. */
  readonly code: number;
  /** Position of the rule in the code's `rules`. */
  readonly rule: number;
}
