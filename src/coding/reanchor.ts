import type { Span } from '../core/span.js';
import { anchorOf } from './anchor.js';
import type { Anchoring } from './anchoring.js';
import type { ApplyEvent, Event, RemoveEvent } from './event.js';
import { foldEvents } from './fold.js';
import { placeEvents } from './place-events.js';

/** A coding or verdict and what a coder decided about it. */
export type Choice =
  | { readonly event: ApplyEvent; readonly kind: 'place'; readonly span: Span }
  | { readonly event: ApplyEvent; readonly kind: 'remove' };

/** The choice of a place, in bytes. */
export function placeChoice(event: ApplyEvent, { start, end }: Span): Choice {
  return { event, kind: 'place', span: { start, end } };
}

/**
 * The events that record choices, as one action: what is placed is applied again with a fresh anchor, and then what was
 * there is removed, so that an interruption leaves a coding twice rather than not at all. Earlier verdicts that one of
 * these had overruled go with it; else they would hold again.
 *
 * Choices about what does not hold any more make no event: somebody removed or replaced it since it was read.
 *
 * @param log all events of the coder's log of the source, as it is now
 * @param at the time of the action
 * @param newId makes ids of events
 */
export function eventsOf(
  choices: readonly Choice[],
  log: readonly Event[],
  anchoring: Anchoring,
  at: string,
  newId: (prefix: 'c' | 'r') => string,
): Event[] {
  const held = new Set(heldIn(log, anchoring).map(({ id }) => id));
  const holding = choices.filter(({ event }) => held.has(event.id));
  if (holding.length === 0) return [];
  const { text, index } = anchoring;
  const digest = anchoring.digest();
  const applied = holding.flatMap((choice): ApplyEvent[] => {
    if (choice.kind === 'remove') return [];
    // What the event took back, it took back then; and it was given for the code as it was.
    const { undoes: _undoes, formerly, ...event } = choice.event;
    const code = formerly ?? event.code;
    return [{ ...event, id: newId('c'), at, code, anchor: anchorOf(choice.span, text, digest, index), was: event.id }];
  });
  const gone = holding.map(({ event }) => event);
  const removal: RemoveEvent = { event: 'remove', id: newId('r'), at, targets: withOverruled(gone, log, anchoring) };
  return [...applied, removal];
}

/**
 * The codings and verdicts of a log that hold.
 *
 * @param anchoring the text of the source, in which verdicts given in different states of it meet; null where there is none
 */
export function heldIn(log: readonly Event[], anchoring: Anchoring | null): readonly ApplyEvent[] {
  const { codings, verdicts } = foldEvents(log);
  const held = [...codings, ...verdicts];
  if (!anchoring || verdicts.length < 2) return held;
  return placeEvents(held, anchoring).map(({ event }) => event);
}

/**
 * Ids of what is to be removed so that some codings and verdicts hold no more and none of the verdicts that they had
 * overruled holds again in their place.
 */
export function withOverruled(
  events: readonly ApplyEvent[],
  log: readonly Event[],
  anchoring: Anchoring | null,
): string[] {
  const targets = new Set(events.map(({ id }) => id));
  if (events.every(({ verdict }) => verdict === undefined)) return [...targets];
  const before = new Set(heldIn(log, anchoring).map(({ id }) => id));
  for (;;) {
    const removal: RemoveEvent = { event: 'remove', id: '', at: '', targets: [...targets] };
    const again = heldIn([...log, removal], anchoring).filter(({ id }) => !before.has(id));
    if (again.length === 0) return [...targets];
    for (const { id } of again) targets.add(id);
  }
}
