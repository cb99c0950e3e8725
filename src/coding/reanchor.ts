import type { Span } from '../core/span.js';
import type { CodePointIndex } from '../text/offset.js';
import { anchorOf } from './anchor.js';
import type { Anchor } from './coding.js';
import type { ApplyEvent, Event, RemoveEvent } from './event.js';

/** A coding or verdict and what a coder decided about it. */
export type Choice =
  | { readonly event: ApplyEvent; readonly kind: 'place'; readonly span: Span }
  | { readonly event: ApplyEvent; readonly kind: 'remove' };

/** A text that codings are anchored in. */
export interface Anchoring {
  readonly text: Uint8Array;
  /** SHA-256 (hex) of it. */
  readonly digest: string;
  readonly index: CodePointIndex;
}

/**
 * The events that record choices, as one action: what is placed is applied again with a fresh anchor, and then what was
 * there is removed, so that an interruption leaves a coding twice rather than not at all. Earlier verdicts that one of
 * these had overruled go with it; else they would hold again.
 *
 * @param log all events of the coder's log of the source
 * @param at the time of the action
 * @param newId makes ids of events
 */
export function eventsOf(
  choices: readonly Choice[],
  log: readonly Event[],
  { text, digest, index }: Anchoring,
  at: string,
  newId: (prefix: 'c' | 'r') => string,
): Event[] {
  if (choices.length === 0) return [];
  const applied = choices.flatMap((choice): ApplyEvent[] => {
    if (choice.kind === 'remove') return [];
    // What the event took back, it took back then.
    const { undoes: _undoes, ...event } = choice.event;
    return [{ ...event, id: newId('c'), at, anchor: anchorOf(choice.span, text, digest, index), was: event.id }];
  });
  const targets = choices.flatMap(({ event }) => [event.id, ...overruledBy(event, log)]);
  const removal: RemoveEvent = { event: 'remove', id: newId('r'), at, targets: [...new Set(targets)] };
  return [...applied, removal];
}

/** Ids of the verdicts on the same segment and code. */
function overruledBy(event: ApplyEvent, log: readonly Event[]): string[] {
  if (event.verdict === undefined) return [];
  return log.flatMap((other) =>
    other.event === 'apply' &&
    other.verdict !== undefined &&
    other.code === event.code &&
    isSamePlace(other.anchor, event.anchor)
      ? [other.id]
      : [],
  );
}

function isSamePlace(a: Anchor, b: Anchor): boolean {
  return a.start === b.start && a.end === b.end && a.exact === b.exact;
}
