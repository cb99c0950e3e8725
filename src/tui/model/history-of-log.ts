import type { ApplyEvent, Event, SeenEvent } from '../../coding/event.js';
import type { Span } from '../../core/span.js';
import { type History, NO_HISTORY, withAction } from './history.js';
import type { Batch, Laid, Recorded } from './state.js';

/** Where what an event laid stands now, in bytes; null where that is not sure. */
export type PlaceOf = (event: ApplyEvent | SeenEvent) => Span | null;

/**
 * What can be undone and redone in a source, read from a coder's log of it. Events that share their time and stand
 * together are one action.
 *
 * An action of which something has no sure place cannot be taken back, and neither can those before it: history begins
 * after it.
 *
 * @param events in the order of the log
 */
export function historyOf(events: readonly Event[], source: string, placeOf: PlaceOf): History {
  const laid = new Map<string, Laid>();
  let history = NO_HISTORY;
  for (const action of actionsOf(events)) {
    const recorded = action.map((event) => recordedOf(event, laid, placeOf));
    if (recorded.includes(null)) {
      history = NO_HISTORY;
      continue;
    }
    const batch: Batch = { id: action[0]!.id, at: action[0]!.at, source, events: recorded as Recorded[] };
    history = withAction(history, batch, action[0]!.undoes);
  }
  return history;
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

function recordedOf(event: Event, laid: Map<string, Laid>, placeOf: PlaceOf): Recorded | null {
  if (event.event === 'remove') {
    const removed = event.targets.flatMap((id) => laid.get(id) ?? []);
    return removed.length === event.targets.length ? { kind: 'remove', id: event.id, removed } : null;
  }
  const span = placeOf(event);
  if (span === null) return null;
  const one = laidAt(event, span);
  laid.set(event.id, one);
  return one;
}

/** What an event lays, where it stands. */
export function laidAt(event: ApplyEvent | SeenEvent, { start, end }: Span): Laid {
  const { id, was } = event;
  const held = { id, start, end, ...(was !== undefined && { was }) };
  if (event.event === 'seen') {
    const { unit, codebook, blind } = event;
    return { kind: 'seen', ...held, unit: unit.kind, codebook, ...(blind !== undefined && { blind }) };
  }
  const { code, memo, properties, verdict } = event;
  const noted = {
    ...held,
    code,
    ...(memo !== undefined && { memo }),
    ...(properties !== undefined && { properties }),
  };
  return verdict === undefined ? { kind: 'apply', ...noted } : { kind: 'verdict', ...noted, verdict };
}
