import type { Span } from '../core/span.js';
import type { Hit } from './hit.js';

/**
 * A code laid over a segment (the span itself, in bytes): by hits of rules, by a coder's hand, or both. There is one
 * for each segment and code, however many hits and coders it has.
 */
export interface LaidCoding extends Span {
  /** Position of the code in `codebook.codes`. */
  readonly code: number;
  /** The matched words of the code's rules in this segment, in text order; empty where only a hand laid the code. */
  readonly hits: readonly Hit[];
  /** Who laid the code by hand or accepted the rule's hit, in code-point order; empty for a rule alone. */
  readonly coders: readonly string[];
  readonly memos?: readonly string[];
  /** When a coder first laid or accepted it, as it stands now (ISO 8601, UTC); absent for a rule alone. */
  readonly at?: string;
  /** What coders gave as its property `stance`. */
  readonly stances?: readonly string[];
}

/** The coders of a coding that a rule alone laid. */
export const NOBODY: readonly string[] = [];

/** Text order, then codebook order: the order in which all measures expect codings. */
export function byPlace(a: LaidCoding, b: LaidCoding): number {
  return a.start - b.start || a.end - b.end || a.code - b.code;
}
