import type { Change } from './effect.js';
import type { Batch, Laid } from './state.js';

/** What can be undone and redone in a source: the last of either list comes first. */
export interface History {
  readonly done: readonly Batch[];
  /** The batches that undid something: to redo is to take one of these back. */
  readonly undone: readonly Batch[];
}

export const NO_HISTORY: History = { done: [], undone: [] };

/**
 * The history after one more action. A batch that takes back what was done can be redone, one that takes that back can
 * be undone again, and any other begins anew: what was undone before it is gone.
 *
 * What an undo lays again has new ids; batches that speak of the old ids are made to speak of the new ones.
 *
 * @param undoes id of the batch that this one takes back
 */
export function withAction({ done, undone }: History, batch: Batch, undoes?: string): History {
  const anew: History = { done: [...done, batch], undone: [] };
  if (undoes === undefined) return anew;
  const isTarget = ({ id }: Batch): boolean => id === undoes;
  const target = done.find(isTarget) ?? undone.find(isTarget);
  if (target === undefined) return anew;
  const rename = renaming(batch);
  const others = (batches: readonly Batch[]): Batch[] => batches.filter((each) => !isTarget(each)).map(rename);
  return done.includes(target)
    ? { done: others(done), undone: [...others(undone), batch] }
    : { done: [...others(done), batch], undone: others(undone) };
}

/** What a batch laid. */
export function laidBy({ events }: Batch): Laid[] {
  return events.flatMap((event) => (event.kind === 'remove' ? [] : [event]));
}

/** What a batch removed. */
export function removedBy({ events }: Batch): Laid[] {
  return events.flatMap((event) => (event.kind === 'remove' ? event.removed : []));
}

/** What takes a batch back: what it removed is laid again, what it laid is removed. */
export function takingBack(batch: Batch): Change[] {
  const known = laidBy(batch);
  const targets = known.map(({ id }) => id);
  return [
    ...removedBy(batch).map(layAgain),
    ...(known.length > 0 ? [{ kind: 'remove' as const, targets, known }] : []),
  ];
}

function layAgain(laid: Laid): Change {
  const { id, start, end } = laid;
  const span = { start, end };
  if (laid.kind === 'seen') return { kind: 'seen', unit: span, unitKind: laid.unit, again: laid };
  const { code, memo, properties, logged } = laid;
  const noted = {
    segment: span,
    code,
    ...(memo !== undefined && { memo }),
    ...(properties !== undefined && { properties }),
    ...(logged !== undefined && { logged }),
    was: id,
  };
  return laid.kind === 'apply' ? { kind: 'apply', ...noted } : { kind: 'verdict', ...noted, verdict: laid.verdict };
}

/** Turns the ids of what was removed into those under which a batch that takes the removal back laid it again. */
function renaming(batch: Batch): (batch: Batch) => Batch {
  const names = new Map(laidBy(batch).flatMap(({ was, id }) => (was === undefined ? [] : [[was, id] as const])));
  if (names.size === 0) return (same) => same;
  const renamed = <T extends Laid>(laid: T): T => ({ ...laid, id: names.get(laid.id) ?? laid.id });
  return (each) => ({
    ...each,
    events: each.events.map((event) =>
      event.kind === 'remove' ? { ...event, removed: event.removed.map(renamed) } : renamed(event),
    ),
  });
}
