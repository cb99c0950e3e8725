import { bySpan, type Span } from '../../core/span.js';
import { described } from './describe.js';
import { withUsed } from './digits.js';
import { laidBy, removedBy, withAction } from './history.js';
import { exactly, inserted, removed } from './overlapping.js';
import { firstProgress, progressAfter } from './progress.js';
import type {
  Batch,
  FoundPlace,
  Laid,
  OpenSource,
  OwnCoding,
  Queue,
  QueuedPlace,
  ReviewedPlace,
  SourceEntry,
  TagState,
} from './state.js';
import { afterWriting, cursorAt } from './step.js';

/*
 * What the log has is shown: the lists, the counts and the history change here and nowhere else.
 */

/** A source with what was recorded laid over it or taken away. */
function sourceAfter(source: OpenSource, batch: Batch): OpenSource {
  let { codings, verdicts, seen } = source;
  for (const gone of removedBy(batch).filter(isPlaced)) {
    if (gone.kind === 'apply') codings = removed(codings, gone, gone.id);
    else if (gone.kind === 'verdict') verdicts = removed(verdicts, gone, gone.id);
    else seen = removed(seen, gone, gone.id);
  }
  for (const laid of laidBy(batch).filter(isPlaced)) {
    if (laid.kind === 'apply') codings = inserted(codings, laid);
    else if (laid.kind === 'verdict') verdicts = inserted(verdicts, laid);
    else seen = inserted(seen, laid);
  }
  const unplaced = source.unplaced + waitingIn(laidBy(batch)).length - waitingIn(removedBy(batch)).length;
  return { ...source, codings, verdicts, seen, unplaced };
}

function isPlaced({ logged }: Laid): boolean {
  return logged === undefined;
}

/** Codings and verdicts that wait for `qcode reanchor`. */
function waitingIn(laid: readonly Laid[]): Laid[] {
  return laid.filter((each) => each.kind !== 'seen' && !isPlaced(each));
}

/** The number of segments with each code after a batch. Of two codings of one segment with one code, one counts. */
function countsAfter(
  counts: Readonly<Record<string, number>>,
  batch: Batch,
  sources: readonly [before: OpenSource, after: OpenSource],
): Readonly<Record<string, number>> {
  const isOpen = batch.source === sources[0].id;
  const now: Record<string, number> = { ...counts };
  const looked = new Set<string>();
  const add = (laid: Laid, by: number): void => {
    if (laid.kind !== 'apply') return;
    const key = `${laid.start} ${laid.end} ${laid.code}`;
    if (isOpen && looked.has(key)) return;
    looked.add(key);
    const [before, after] = sources.map(({ codings }) => Number(exactly(codings, laid).some(isOf(laid.code))));
    now[laid.code] = (now[laid.code] ?? 0) + (isOpen ? after! - before! : by);
  };
  for (const laid of laidBy(batch)) add(laid, 1);
  for (const laid of removedBy(batch)) add(laid, -1);
  return now;
}

const isOf =
  (code: string) =>
  (coding: OwnCoding): boolean =>
    coding.code === code;

function codingsIn(laid: readonly Laid[]): number {
  return laid.filter(({ kind }) => kind === 'apply').length;
}

/** A place of a review after a batch in its source: done when its coding is gone or goes by another code. */
function reviewed(place: ReviewedPlace, code: string, batch: Batch): ReviewedPlace {
  const gone = removedBy(batch).find(({ id }) => id === place.coding);
  // An edit that is undone lays again what the edit replaced.
  const names = [place.coding, ...(gone?.was === undefined ? [] : [gone.was])];
  const isAgain = (each: Laid): boolean => each.kind !== 'seen' && each.code === code && names.includes(each.was ?? '');
  const again = laidBy(batch).filter(isPlaced).find(isAgain);
  if (again === undefined) return gone === undefined ? place : { ...place, done: true };
  // A coding that was edited is the same to the coder; one that comes back is to be looked at again.
  const { id, start, end } = again;
  return { ...place, start, end, coding: id, done: gone !== undefined && place.done };
}

/** A place of a search after a batch in its source: done when it is coded. */
function found(place: FoundPlace, code: string, batch: Batch): FoundPlace {
  const isHere = (each: Laid): boolean => each.kind === 'apply' && each.code === code && bySpan(each, place) === 0;
  if (laidBy(batch).some(isHere)) return { ...place, ticked: false, done: true };
  return removedBy(batch).some(isHere) ? { ...place, done: false } : place;
}

/** The places of the list after a batch. Undoing makes undone again. */
function queueAfter(queue: Queue, batch: Batch): Queue {
  // Whether a unit is settled the log alone does not say: the shell reads it anew.
  if (queue.kind === 'adjudicate') return queue;
  const { code } = queue;
  const isThere = ({ source }: QueuedPlace): boolean => source === batch.source;
  if (queue.kind === 'review') {
    return { ...queue, places: queue.places.map((each) => (isThere(each) ? reviewed(each, code, batch) : each)) };
  }
  return { ...queue, places: queue.places.map((each) => (isThere(each) ? found(each, code, batch) : each)) };
}

/** What a batch did, after what the same key did before it; with the source's name where that is not open. */
function told(
  state: TagState,
  source: OpenSource,
  batch: Batch,
  undoes: string | undefined,
  uncounted: string,
): string {
  const what = described(state, batch, undoes);
  const where = what === '' || batch.source === state.source.id ? '' : `${batch.source}: `;
  const doubt = undoes !== undefined || uncounted === '' ? '' : `, ${uncounted}`;
  return [state.message, `${where}${what}${doubt}${toldWaiting(source, batch)}`]
    .filter((words) => words !== '')
    .join('; ');
}

/** What was laid again and does not show, since its words were corrected, and what to do about it. */
function toldWaiting({ codings, verdicts, seen }: OpenSource, batch: Batch): string {
  const unsure = laidBy(batch).filter((each) => !isPlaced(each));
  if (unsure.length === 0) return '';
  const shown = new Set([...codings, ...verdicts, ...seen].map(({ id }) => id));
  const hidden = unsure.filter(({ id }) => !shown.has(id));
  const waiting = waitingIn(hidden).length;
  const [units, which] = [hidden.length - waiting, waiting === 1 ? 'a coding has' : `${waiting} codings have`];
  return [
    ...(waiting > 0 ? [`; ${which} no sure place in the corrected text: qcode reanchor`] : []),
    ...(units > 0 ? [`; ${units === 1 ? 'a unit' : `${units} units`} changed since: mark anew`] : []),
  ].join('');
}

/**
 * The state once a batch is on disk.
 *
 * @param anew the open source and its history as the log has them now, where that is not what the batch alone tells
 */
export function recorded(
  state: TagState,
  batch: Batch,
  undoes: string | undefined,
  uncounted = '',
  anew?: Pick<TagState, 'source' | 'done' | 'undone'>,
): TagState {
  const here = batch.source === state.source.id;
  const laid = laidBy(batch);
  const taken = removedBy(batch);
  const source = anew?.source ?? (here ? sourceAfter(state.source, batch) : state.source);
  const changed = [...laid, ...taken].filter(isPlaced);
  const progress = anew
    ? firstProgress(source, state.walk)
    : here
      ? progressAfter(state.progress, state.walk, state.source, source, changed)
      : state.progress;
  const entryAfter = (entry: SourceEntry): SourceEntry => {
    if (entry.id !== batch.source) return entry;
    const codings = entry.codings + codingsIn(laid) - codingsIn(taken);
    return here ? { ...entry, codings, units: progress.units, seen: progress.seen } : { ...entry, codings };
  };
  const used = laid.flatMap((each) => (each.kind === 'apply' ? [each.code] : []));
  const after: TagState = {
    ...afterWriting(state),
    source,
    progress,
    counts: countsAfter(state.counts, batch, [state.source, source]),
    sources: state.sources.map(entryAfter),
    ...(undoes === undefined && withUsed(state, used)),
    queue: state.queue === null ? null : queueAfter(state.queue, batch),
    saved: { state: 'saved' },
    message: told(state, source, batch, undoes, uncounted),
    edits: undoes === undefined ? { ...state.edits, undone: [] } : state.edits,
    ofSession: [...state.ofSession, { id: batch.id, source: batch.source }],
    ...(here && withAction(state, batch, undoes)),
    ...(anew && { done: anew.done, undone: anew.undone }),
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
