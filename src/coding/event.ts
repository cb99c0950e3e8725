import type { Anchor } from './coding.js';

/** A coder's answer to a rule's hit. */
export type Verdict = 'accept' | 'reject';

/** A code laid over a segment by hand; with a verdict, the coder's answer to a rule that laid it there. */
export interface ApplyEvent {
  readonly event: 'apply';
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The code's id. */
  readonly code: string;
  /** The former id of the code, where it is stored under one; said on reading, never written. */
  readonly formerly?: string;
  readonly anchor: Anchor;
  readonly verdict?: Verdict;
  readonly properties?: Readonly<Record<string, string>>;
  readonly memo?: string;
  /** The id of the coding that this one replaces, when it is an edit. */
  readonly was?: string;
  readonly undoes?: string;
}

/** Takes back earlier events: codings, verdicts, or units seen. */
export interface RemoveEvent {
  readonly event: 'remove';
  readonly id: string;
  readonly at: string;
  /** Ids of events of the same log. */
  readonly targets: readonly string[];
  readonly undoes?: string;
}

/** A unit that the coder read, whether or not it got a code. */
export interface SeenUnit {
  readonly kind: string;
  /** Code points of canonical text. */
  readonly start: number;
  readonly end: number;
  /** SHA-256 (hex) of the canonical text that the positions were taken from. */
  readonly digest: string;
  /** The first 16 hexadecimal digits of the SHA-256 of the unit's own text, by which it is found again. */
  readonly text?: string;
}

export interface SeenEvent {
  readonly event: 'seen';
  readonly id: string;
  readonly at: string;
  readonly unit: SeenUnit;
  /** SHA-256 (hex) of the codebook in use. */
  readonly codebook: string;
  /** Present where rules' hits were hidden from the coder. */
  readonly blind?: boolean;
  /** The id of the mark that this one brings back. */
  readonly was?: string;
  readonly undoes?: string;
}

/**
 * What a log holds. `undoes` is the id of the first event of the action that an action takes back: the events of one
 * action stand together and share their time, and the first of them gives the action its name.
 */
export type Event = ApplyEvent | RemoveEvent | SeenEvent;
