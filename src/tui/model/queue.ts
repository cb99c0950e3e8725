import type { Span } from '../../core/span.js';

/** A place in some source that the coder is taken to: an incident of a code, or a hit of a search. */
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

/** The coder's codings of one code (`qcode review`), or what a search found (`qcode find --confirm`), one by one. */
export type Queue = Places<'review', ReviewedPlace> | Places<'find', FoundPlace>;
