import type { Span } from '../core/span.js';
import type { Doubtful } from './placed.js';

/** Where codings stand, as far as is known, that have no sure place in the text as it is now. */
export interface UnplacedCodings {
  /** Where the likest words stand, and every place at which ambiguous ones may be. In bytes. */
  readonly spans: readonly (Span & { readonly code: string })[];
  /** Ids of the codes of those that may be anywhere, as nothing is like them any more. */
  readonly lost: ReadonlySet<string>;
}

/** Reads where codings and accepted hits without a sure place may be; what was rejected lays no code anywhere. */
export function unplacedIn(doubtful: readonly Doubtful[]): UnplacedCodings {
  const laid = doubtful.filter(({ event }) => event.verdict !== 'reject');
  return {
    spans: laid.flatMap(({ event: { code }, placement }) => {
      if (placement.kind === 'lost') return [];
      const places = placement.kind === 'fuzzy' ? [placement] : placement.candidates;
      return places.map(({ start, end }) => ({ start, end, code }));
    }),
    lost: new Set(laid.flatMap(({ event, placement }) => (placement.kind === 'lost' ? [event.code] : []))),
  };
}
