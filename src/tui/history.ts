import type { Change } from './effect.js';
import type { Batch, Recorded } from './state.js';

/** What can be undone and redone in a source: the last of either list comes first. */
export interface History {
  readonly done: readonly Batch[];
  /** The batches that undid something: to redo is to take one of these back. */
  readonly undone: readonly Batch[];
}

export const NO_HISTORY: History = { done: [], undone: [] };

/** Something that holds until a remove names it. */
type Laid = Exclude<Recorded, { kind: 'remove' }>;

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
  const rename = renaming(target, batch);
  const others = (batches: readonly Batch[]): Batch[] => batches.filter((each) => !isTarget(each)).map(rename);
  return done.includes(target)
    ? { done: others(done), undone: [...others(undone), batch] }
    : { done: [...others(done), batch], undone: others(undone) };
}

/** What takes a batch back: what it removed is laid again, what it laid is removed. */
export function takingBack({ events }: Batch): Change[] {
  const laid = events.flatMap((event) => (event.kind === 'remove' ? [] : [idOf(event)]));
  const removed = events.flatMap((event) => (event.kind === 'remove' ? event.removed.map(layAgain) : []));
  return [...removed, ...(laid.length > 0 ? [{ kind: 'remove' as const, targets: laid }] : [])];
}

/** The id of the event that laid something. */
export function idOf(laid: Laid): string {
  switch (laid.kind) {
    case 'apply':
      return laid.coding.id;
    case 'verdict':
      return laid.verdict.id;
    case 'seen':
      return laid.seen.id;
  }
}

function layAgain(laid: Laid): Change {
  switch (laid.kind) {
    case 'apply': {
      const { id, start, end, ...rest } = laid.coding;
      return { kind: 'apply', segment: { start, end }, ...rest, was: id };
    }
    case 'verdict': {
      const { id: _, start, end, ...rest } = laid.verdict;
      return { kind: 'verdict', segment: { start, end }, ...rest };
    }
    case 'seen':
      return { kind: 'seen', unit: { start: laid.seen.start, end: laid.seen.end }, unitKind: laid.seen.kind };
  }
}

/** Turns the ids of what `target` removed into the ids under which `batch` laid the same again. */
function renaming(target: Batch, batch: Batch): (batch: Batch) => Batch {
  const anew = new Map<string, string[]>();
  for (const event of batch.events) {
    if (event.kind === 'remove') continue;
    const key = contentOf(event);
    anew.set(key, [...(anew.get(key) ?? []), idOf(event)]);
  }
  const names = new Map<string, string>();
  for (const event of target.events) {
    if (event.kind !== 'remove') continue;
    for (const laid of event.removed) {
      const id = anew.get(contentOf(laid))?.shift();
      if (id !== undefined) names.set(idOf(laid), id);
    }
  }
  if (names.size === 0) return (same) => same;
  const renamed = (laid: Laid): Laid => withId(laid, names.get(idOf(laid)) ?? idOf(laid));
  return (each) => ({
    ...each,
    events: each.events.map((event) =>
      event.kind === 'remove' ? { ...event, removed: event.removed.map(renamed) } : renamed(event),
    ),
  });
}

/** What something is but for its id. */
function contentOf(laid: Laid): string {
  switch (laid.kind) {
    case 'apply':
      return JSON.stringify(['apply', laid.coding.start, laid.coding.end, laid.coding.code]);
    case 'verdict':
      return JSON.stringify(['verdict', laid.verdict.start, laid.verdict.end, laid.verdict.code]);
    case 'seen':
      return JSON.stringify(['seen', laid.seen.start, laid.seen.end, laid.seen.kind]);
  }
}

function withId(laid: Laid, id: string): Laid {
  switch (laid.kind) {
    case 'apply':
      return { kind: 'apply', coding: { ...laid.coding, id } };
    case 'verdict':
      return { kind: 'verdict', verdict: { ...laid.verdict, id } };
    case 'seen':
      return { kind: 'seen', seen: { ...laid.seen, id } };
  }
}
