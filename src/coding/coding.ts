import type { Span } from '../core/span.js';

/** Who laid a code over a segment: a coder at a time (ISO 8601, UTC), or a rule of the codebook. */
export type Provenance = { readonly coder: string; readonly at: string } | { readonly rule: string };

/** A code laid over a segment of a source. `segment` is in bytes of canonical text. */
export interface Coding {
  readonly id: string;
  readonly source: string;
  readonly segment: Span;
  /** The code's id. */
  readonly code: string;
  readonly by: Provenance;
  readonly memo?: string;
  readonly properties?: Readonly<Record<string, string>>;
}

/** How a stored coding finds its place: offsets in code points of canonical text, the quotation, its context. */
export interface Anchor {
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** SHA-256 (hex) of the canonical text that the offsets were taken from. */
  readonly digest: string;
}
