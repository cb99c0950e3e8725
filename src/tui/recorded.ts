import type { Span } from '../core/span.js';
import { described } from './describe.js';
import { idOf, withAction } from './history.js';
import { recentAfter } from './modes/recent.js';
import { inserted, removed } from './overlapping.js';
import { progressAfter } from './progress.js';
import type { Batch, OpenSource, Queue, QueuedPlace, Recorded, SourceEntry, TagState } from './state.js';
import { cursorAt } from './step.js';

/*
 * What the log has is shown: the lists, the counts and the history change here and nowhere else.
 */

type Laid = Exclude<Recorded, { kind: 'remove' }>;

function spanOf(laid: Laid): Span {
  return laid.kind === 'apply' ? laid.coding : laid.kind === 'verdict' ? laid.verdict : laid.seen;
}

function laidBy({ events }: Batch): Laid[] {
  return events.flatMap((event) => (event.kind === 'remove' ? [] : [event]));
}

function removedBy({ events }: Batch): Laid[] {
  return events.flatMap((event) => (event.kind === 'remove' ? event.removed : []));
}

/** A source with what was recorded laid over it or taken away. */
function sourceAfter(source: OpenSource, batch: Batch): OpenSource {
  let { codings, verdicts, seen } = source;
  for (const gone of removedBy(batch)) {
    if (gone.kind === 'apply') codings = removed(codings, gone.coding, gone.coding.id);
    else if (gone.kind === 'verdict') verdicts = removed(verdicts, gone.verdict, gone.verdict.id);
    else seen = removed(seen, gone.seen, gone.seen.id);
  }
  for (const laid of laidBy(batch)) {
    if (laid.kind === 'apply') codings = inserted(codings, laid.coding);
    else if (laid.kind === 'verdict') verdicts = inserted(verdicts, laid.verdict);
    else seen = inserted(seen, laid.seen);
  }
  return { ...source, codings, verdicts, seen };
}

/** By how much the number of own codings of each code changes. */
function countsAfter(counts: Readonly<Record<string, number>>, batch: Batch): Readonly<Record<string, number>> {
  const after: Record<string, number> = { ...counts };
  const add = (laid: Laid, by: number): void => {
    if (laid.kind === 'apply') after[laid.coding.code] = (after[laid.coding.code] ?? 0) + by;
  };
  for (const laid of laidBy(batch)) add(laid, 1);
  for (const laid of removedBy(batch)) add(laid, -1);
  return after;
}

function codingsIn(laid: readonly Laid[]): number {
  return laid.filter(({ kind }) => kind === 'apply').length;
}

function keyOf({ start, end }: Span): string {
  return `${start}:${end}`;
}

/** What of a list concerns a code, by its place. */
function ofCode(laid: readonly Laid[], kind: 'apply' | 'verdict', code: string): ReadonlyMap<string, Laid> {
  const found = new Map<string, Laid>();
  for (const each of laid) {
    if (each.kind === 'apply' && kind === 'apply' && each.coding.code === code) found.set(keyOf(each.coding), each);
    if (each.kind === 'verdict' && kind === 'verdict' && each.verdict.code === code) {
      found.set(keyOf(each.verdict), each);
    }
  }
  return found;
}

/**
 * The places of the list after a batch. A place of a search is done when it is coded; one of a review when what stood
 * there is gone or judged. Undoing makes it undone again.
 */
function queueAfter(queue: Queue, batch: Batch): Queue {
  const { code } = queue;
  const [laid, taken] = [laidBy(batch), removedBy(batch)];
  const gone = new Set(taken.map(idOf));
  const coded = ofCode(laid, 'apply', code);
  const uncoded = ofCode(taken, 'apply', code);
  const judged = ofCode(laid, 'verdict', code);
  const unjudged = ofCode(taken, 'verdict', code);
  const after = (place: QueuedPlace): QueuedPlace => {
    if (place.source !== batch.source) return place;
    const key = keyOf(place);
    const again = coded.get(key);
    if (queue.kind === 'find') {
      if (again !== undefined) return { ...place, ticked: false, done: true };
      return uncoded.has(key) ? { ...place, done: false } : place;
    }
    const { coding } = place;
    if (coding === undefined) {
      if (judged.has(key)) return { ...place, done: true };
      return unjudged.has(key) ? { ...place, done: false } : place;
    }
    // A memo or a star was changed: the coding is the same to the coder.
    if (gone.has(coding)) return again === undefined ? { ...place, done: true } : { ...place, coding: idOf(again) };
    return again === undefined ? place : { ...place, coding: idOf(again), done: false };
  };
  return { ...queue, places: queue.places.map(after) };
}

/** The state once a batch is on disk. */
export function recorded(state: TagState, batch: Batch, undoes: string | undefined): TagState {
  const here = batch.source === state.source.id;
  const laid = laidBy(batch);
  const taken = removedBy(batch);
  const source = here ? sourceAfter(state.source, batch) : state.source;
  const changed = [...laid, ...taken].map(spanOf);
  const progress = here ? progressAfter(state.progress, state.walk, state.source, source, changed) : state.progress;
  const entryAfter = (entry: SourceEntry): SourceEntry => {
    if (entry.id !== batch.source) return entry;
    const codings = entry.codings + codingsIn(laid) - codingsIn(taken);
    return here ? { ...entry, codings, units: progress.units, seen: progress.seen } : { ...entry, codings };
  };
  const used = laid.flatMap((each) => (each.kind === 'apply' ? [each.coding.code] : []));
  const after: TagState = {
    ...state,
    source,
    progress,
    counts: countsAfter(state.counts, batch),
    sources: state.sources.map(entryAfter),
    recent: undoes === undefined ? recentAfter(state.recent, used) : state.recent,
    queue: state.queue === null ? null : queueAfter(state.queue, batch),
    saved: { state: 'saved' },
    message: described(state, batch, undoes) || state.message,
    ...(here && withAction(state, batch, undoes)),
  };
  return here && undoes !== undefined ? shown(after, changed) : after;
}

/** With the cursor where something was undone, unless it is there. */
function shown(state: TagState, changed: readonly Span[]): TagState {
  const [first] = [...changed].sort((a, b) => a.start - b.start);
  if (first === undefined || changed.some(({ start, end }) => start < state.cursor.end && end > state.cursor.start)) {
    return state;
  }
  return cursorAt(state, first.start);
}
