import type { Span } from '../../core/span.js';

/** A place in some source that the coder is taken to: an incident of a code, a hit of a search, a unit to decide. */
export interface QueuedPlace extends Span {
  readonly source: string;
  /** The words there, as a list shows them. */
  readonly excerpt: string;
  readonly done: boolean;
}

/** A place of a review. */
export interface ReviewedPlace extends QueuedPlace {
  /** The id of the coding or verdict that stands here. */
  readonly coding: string;
}

/** A place that a search found. */
export interface FoundPlace extends QueuedPlace {
  /** SHA-256 (hex) of the text that it was found in. */
  readonly digest: string;
  readonly ticked: boolean;
}

interface Places<Kind extends string, Place extends QueuedPlace> {
  readonly kind: Kind;
  readonly title: string;
  /** The code that is reviewed, or laid over what is ticked. */
  readonly code: string;
  readonly places: readonly Place[];
  readonly index: number;
}

/** A coding that reaches into a unit on which coders differ. */
export interface GivenCoding extends Span {
  readonly code: string;
  readonly memos: readonly string[];
  /** Its words, where it covers others than the unit's; else empty. */
  readonly words: string;
}

/** A unit on which coders differ. It is done where it is settled. */
export interface DisputedPlace extends QueuedPlace {
  /** By coder the codes of the unit, in the order of the codebook; null where the coder did not see it. */
  readonly codes: readonly (readonly string[] | null)[];
  /** The codings behind them, by coder. */
  readonly given: readonly (readonly GivenCoding[])[];
  /** What is decided; null where the unit is open. */
  readonly decided: readonly string[] | null;
}

/** The units on which coders differ (`qcode agree --adjudicate`), one by one. */
export interface Disputes {
  readonly kind: 'adjudicate';
  readonly title: string;
  readonly coders: readonly string[];
  readonly places: readonly DisputedPlace[];
  readonly index: number;
}

/** The coder's codings of one code (`qcode review`), what a search found (`qcode find --confirm`), or disputes, one by one. */
export type Queue = Places<'review', ReviewedPlace> | Places<'find', FoundPlace> | Disputes;
