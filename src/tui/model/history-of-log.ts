import type { ApplyEvent, Event, SeenEvent } from '../../coding/event.js';
import type { Span } from '../../core/span.js';
import { type History, NO_HISTORY, withAction } from './history.js';
import type { Batch, Laid, Recorded, SeenSpan } from './state.js';

/** Where what an event laid stands now, in bytes; null where that is not sure. */
export type PlaceOf = (event: ApplyEvent | SeenEvent) => Span | null;

/**
 * What can be undone and redone in a source, read from a coder's log of it. Events that share their time and stand
 * together are one action.
 *
 * What has no sure place in the text as it is now can be taken back all the same: it is removed by its id, and laid again
 * where it was laid, in the text of then. A removal of what the log does not have took nothing away; an action of such
 * alone is left out. So is one that only tells anew what was marked seen: `qcode replace` makes it.
 *
 * @param events in the order of the log
 */
export function historyOf(events: readonly Event[], source: string, placeOf: PlaceOf): History {
  // Two branches that were merged may have a removal before what it removes.
  const laid = new Map(
    events.flatMap((event) => (event.event === 'remove' ? [] : [[event.id, laidAt(event, placeOf(event))] as const])),
  );
  let history = NO_HISTORY;
  for (const action of actionsOf(events)) {
    const recorded = action.map((event): Recorded => {
      if (event.event !== 'remove') return laid.get(event.id)!;
      return { kind: 'remove', id: event.id, removed: event.targets.flatMap((id) => laid.get(id) ?? []) };
    });
    if (recorded.every((each) => each.kind === 'remove' && each.removed.length === 0)) continue;
    if (isRetold(action)) {
      history = withRetold(history, recorded);
      continue;
    }
    const batch: Batch = { id: action[0]!.id, at: action[0]!.at, source, events: recorded };
    history = withAction(history, batch, action[0]!.undoes);
  }
  return history;
}

/** Whether an action only puts marks in the place of earlier ones, which it removes. What brings marks back undoes something. */
function isRetold(action: readonly Event[]): boolean {
  const gone = new Set(action.flatMap((event) => (event.event === 'remove' ? event.targets : [])));
  const isPut = (event: Event): boolean => event.event === 'seen' && event.was !== undefined && gone.has(event.was);
  return (
    action.every((event) => event.undoes === undefined && (event.event === 'remove' || isPut(event))) &&
    action.some(isPut)
  );
}

/** History with marks in the place of those that they tell anew. */
function withRetold({ done, undone }: History, recorded: readonly Recorded[]): History {
  const marks = new Map(recorded.flatMap((each) => (each.kind === 'seen' ? [[each.was, each] as const] : [])));
  const anew = <T extends Laid>(laid: T): T | SeenSpan => marks.get(laid.id) ?? laid;
  const told = (batch: Batch): Batch => ({
    ...batch,
    events: batch.events.map((event) =>
      event.kind === 'remove' ? { ...event, removed: event.removed.map(anew) } : anew(event),
    ),
  });
  return { done: done.map(told), undone: undone.map(told) };
}

function actionsOf(events: readonly Event[]): Event[][] {
  const actions: Event[][] = [];
  for (const event of events) {
    const last = actions.at(-1);
    if (last?.[0]!.at === event.at && last[0].undoes === event.undoes) last.push(event);
    else actions.push([event]);
  }
  return actions;
}

/** What an event lays, where it stands; as it was logged where that is not sure. */
export function laidAt(event: ApplyEvent | SeenEvent, span: Span | null): Laid {
  const { id, was } = event;
  const { start, end } = span ?? { start: 0, end: 0 };
  const held = { id, start, end, ...(was !== undefined && { was }) };
  if (event.event === 'seen') {
    const { unit, codebook, blind } = event;
    return {
      kind: 'seen',
      ...held,
      unit: unit.kind,
      codebook,
      ...(blind !== undefined && { blind }),
      ...(span === null && { logged: unit }),
    };
  }
  const { code, formerly, memo, properties, verdict, anchor } = event;
  const noted = {
    ...held,
    code,
    ...(formerly !== undefined && { formerly }),
    ...(span === null && { logged: anchor }),
    ...(memo !== undefined && { memo }),
    ...(properties !== undefined && { properties }),
  };
  return verdict === undefined ? { kind: 'apply', ...noted } : { kind: 'verdict', ...noted, verdict };
}
