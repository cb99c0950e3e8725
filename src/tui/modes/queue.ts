import { overlaps } from '../../core/span.js';
import type { Change } from '../model/effect.js';
import type { Handlers } from './handlers.js';
import { hasCode } from '../model/marks.js';
import { laidWith, record } from '../model/changes.js';
import type { QueuedPlace, ReviewedPlace, TagState } from '../model/state.js';
import { cursorAt, enter, READ, say, type Step, step } from '../model/step.js';
import { writeNewCode } from './write.js';

type QueueKeys = 'next place' | 'place before' | 'places' | 'keep' | 'split' | 'tick';

const NO_LIST = 'there is no list of places: start with `qcode review`, `qcode find` or `qcode agree`';

function changed<P extends QueuedPlace>(places: readonly P[], index: number, change: Partial<P>): P[] {
  return places.map((place, i) => (i === index ? { ...place, ...change } : place));
}

/** Takes the coder to a place, into another source if need be. */
export function goToPlace(state: TagState, index: number): Step {
  const { queue } = state;
  const place = queue?.places[index];
  if (queue === null || place === undefined) return say(state, queue === null ? NO_LIST : 'the list ends here');
  const there = { ...state, mode: READ, queue: { ...queue, index } };
  if (place.source !== state.source.id) return step(there, { kind: 'open', source: place.source, at: place.start });
  return say(cursorAt(there, place.start), `${index + 1} of ${queue.places.length}`);
}

/** The place of a review where the cursor stands; null elsewhere. */
export function placeHere({ queue, source, cursor }: TagState): ReviewedPlace | null {
  const place = queue?.kind === 'review' ? queue.places[queue.index] : undefined;
  if (place === undefined || place.source !== source.id || !overlaps(place, cursor)) return null;
  return place;
}

/** Goes on to the next place that is not done; stays where none is left. */
function toNextPlace(state: TagState): Step {
  const { queue } = state;
  if (queue === null) return step(state);
  const { places, index } = queue;
  const later = places.findIndex((place, i) => i > index && !place.done);
  const next = later >= 0 ? later : places.findIndex(({ done }) => !done);
  return next < 0 ? say(state, 'every place of the list is done') : goToPlace(state, next);
}

const NO_REVIEW = 'there is no review: start one with `qcode review`';

/** Takes a place of a review for done, as it is. */
export function keepPlace(state: TagState, index: number): TagState {
  const { queue } = state;
  if (queue?.kind !== 'review') return state;
  return { ...state, queue: { ...queue, places: changed(queue.places, index, { done: true }) } };
}

/** Keeps what stands at the place of a review. */
function keep(state: TagState): Step {
  const { queue } = state;
  if (queue?.kind !== 'review') return say(state, NO_REVIEW);
  return placeHere(state) === null ? goToPlace(state, queue.index) : toNextPlace(keepPlace(state, queue.index));
}

function split(state: TagState): Step {
  const { queue } = state;
  if (queue?.kind !== 'review') return say(state, NO_REVIEW);
  const place = placeHere(state);
  if (place === null) return goToPlace(state, queue.index);
  if (laidWith(state, place.coding) === undefined) return say(state, 'this coding is no longer there');
  return writeNewCode(state, queue.code, { for: 'move', coding: place.coding });
}

/** Ticks a place of a search, or takes its tick away. */
export function tickPlace(state: TagState, index: number): TagState {
  const { queue } = state;
  const place = queue?.kind === 'find' ? queue.places[index] : undefined;
  if (queue?.kind !== 'find' || place === undefined) return state;
  const ticked = !place.ticked && !place.done;
  return { ...state, queue: { ...queue, places: changed(queue.places, index, { ticked }) } };
}

/** Why a place of a search cannot be ticked. */
export const CODED = 'this place is coded already';

function tick(state: TagState): Step {
  const { queue } = state;
  if (queue?.kind !== 'find') return say(state, 'there is no search to tick: start one with `qcode find --confirm`');
  if (queue.places[queue.index]?.done) return say(state, CODED);
  return goToPlace(tickPlace(state, queue.index), Math.min(queue.index + 1, queue.places.length - 1));
}

/** Codes what is ticked, source by source. What of the open source has the code already is done without. */
export function codeTicked(state: TagState): Step {
  const { queue, source } = state;
  if (queue?.kind !== 'find') return say(state, 'only what a search found can be ticked and coded');
  const has = (place: QueuedPlace): boolean => place.source === source.id && hasCode(source, place, queue.code);
  const places = queue.places.map((place) =>
    place.ticked && has(place) ? { ...place, ticked: false, done: true } : place,
  );
  const changes = new Map<string, { readonly digest: string; readonly list: Change[] }>();
  for (const { source: id, digest, start, end, ticked, done } of places) {
    if (!ticked || done) continue;
    const ofSource = changes.get(id) ?? { digest, list: [] };
    changes.set(id, ofSource);
    ofSource.list.push({ kind: 'apply', segment: { start, end }, code: queue.code });
  }
  const after = { ...state, queue: { ...queue, places } };
  if (changes.size === 0) return say(after, 'nothing is ticked that is not coded');
  return step(
    after,
    ...[...changes].map(([id, { digest, list }]) => ({ kind: 'record' as const, source: id, changes: list, digest })),
  );
}

/** Removes what stands at the place of a review; null elsewhere, and where that is done. */
export function removeHere(state: TagState): Step | null {
  const place = placeHere(state);
  return place === null || place.done ? null : record(state, [{ kind: 'remove', targets: [place.coding] }]);
}

/** The keys of a review or search in the transcript. */
export const queueing: Pick<Handlers<'read'>, QueueKeys> = {
  'next place': (state) => goToPlace(state, (state.queue?.index ?? -1) + 1),
  'place before': (state) =>
    state.queue?.index === 0 ? say(state, 'the list begins here') : goToPlace(state, (state.queue?.index ?? 0) - 1),
  places: (state) =>
    state.queue === null ? say(state, NO_LIST) : enter(state, { name: 'places', index: state.queue.index }),
  keep,
  split,
  tick,
};
