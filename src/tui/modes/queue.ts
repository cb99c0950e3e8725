import { overlaps } from '../../core/span.js';
import type { Change } from '../effect.js';
import type { Handlers } from '../handlers.js';
import { currentPlace, isOpen } from '../marks.js';
import { exactly } from '../overlapping.js';
import { judge, record } from '../recording.js';
import type { Queue, QueuedPlace, TagState } from '../state.js';
import { cursorAt, enter, READ, say, type Step, step } from '../step.js';
import { writeNewCode } from './write.js';

type QueueKeys = 'next place' | 'place before' | 'places' | 'keep' | 'split' | 'tick';

const NO_LIST = 'there is no list of places: start with `qcode review` or `qcode find`';

/** Changes one place of the list. */
export function withPlace(queue: Queue, index: number, change: Partial<QueuedPlace>): Queue {
  return { ...queue, places: queue.places.map((place, i) => (i === index ? { ...place, ...change } : place)) };
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

/** The place of a review where the cursor stands, with what stands there; null elsewhere. */
export function placeHere(state: TagState): QueuedPlace | null {
  const place = currentPlace(state);
  if (place === null || place.source !== state.source.id || !overlaps(place, state.cursor)) return null;
  return place;
}

/** Goes on to the next place that is not done; stays where none is left. */
export function toNextPlace(state: TagState): Step {
  const { queue } = state;
  if (queue === null) return step(state);
  const { places, index } = queue;
  const later = places.findIndex((place, i) => i > index && !place.done);
  const next = later >= 0 ? later : places.findIndex(({ done }) => !done);
  return next < 0 ? say(state, 'every place of the list is done') : goToPlace(state, next);
}

/** Keeps what stands at the place of a review: a rule's coding that was not judged is accepted. */
function keep(state: TagState): Step {
  const { queue } = state;
  if (queue?.kind !== 'review') return say(state, 'there is no review: start one with `qcode review`');
  const place = placeHere(state);
  if (place === null) return goToPlace(state, queue.index);
  const suggestion = { start: place.start, end: place.end, code: queue.code, coder: null };
  const open = exactly(state.source.suggestions, place).some(({ code }) => code === queue.code);
  const done = { ...state, queue: withPlace(queue, queue.index, { done: true }) };
  const next = toNextPlace(done);
  if (place.coding !== undefined || !open || !isOpen(state.source, suggestion)) return next;
  // The place counts as done when the log has it. It is recorded before another source is opened.
  const accepted = { ...state.queue!, index: next.state.queue!.index };
  return {
    state: { ...next.state, queue: accepted },
    effects: [...judge(state, [suggestion], 'accept').effects, ...next.effects],
  };
}

function split(state: TagState): Step {
  const { queue } = state;
  if (queue?.kind !== 'review') return say(state, 'there is no review: start one with `qcode review`');
  const place = placeHere(state);
  if (place === null) return goToPlace(state, queue.index);
  const { start, end, coding } = place;
  if (coding === undefined) return writeNewCode(state, queue.code, { for: 'apply', segment: { start, end } });
  return writeNewCode(state, queue.code, { for: 'move', coding });
}

/** Ticks a place of a search, or takes its tick away. */
export function tickPlace(state: TagState, index: number): TagState {
  const { queue } = state;
  const place = queue?.places[index];
  if (queue === null || place === undefined) return state;
  return { ...state, queue: withPlace(queue, index, { ticked: !place.ticked && !place.done }) };
}

function tick(state: TagState): Step {
  const { queue } = state;
  if (queue?.kind !== 'find') return say(state, 'there is no search to tick: start one with `qcode find --confirm`');
  return goToPlace(tickPlace(state, queue.index), Math.min(queue.index + 1, queue.places.length - 1));
}

/** Codes what is ticked, source by source. What of the open source has the code already is done without. */
export function codeTicked(state: TagState): Step {
  const { queue, source } = state;
  if (queue?.kind !== 'find') return say(state, 'only what a search found can be ticked and coded');
  const has = (place: QueuedPlace): boolean =>
    place.source === source.id && exactly(source.codings, place).some(({ code }) => code === queue.code);
  const places = queue.places.map((place) =>
    place.ticked && has(place) ? { ...place, ticked: false, done: true } : place,
  );
  const changes = new Map<string, Change[]>();
  for (const { source: id, start, end, ticked, done } of places) {
    if (!ticked || done) continue;
    let ofSource = changes.get(id);
    if (ofSource === undefined) changes.set(id, (ofSource = []));
    ofSource.push({ kind: 'apply', segment: { start, end }, code: queue.code });
  }
  const after = { ...state, queue: { ...queue, places } };
  if (changes.size === 0) return say(after, 'nothing is ticked that is not coded');
  return step(after, ...[...changes].map(([id, list]) => ({ kind: 'record' as const, source: id, changes: list })));
}

/** What is removed in a review: what stands at the place, a rule's coding by rejecting it. */
export function removeHere(state: TagState): Step | null {
  const { queue } = state;
  const place = queue?.kind === 'review' ? placeHere(state) : null;
  if (queue === null || place === null || place.done) return null;
  if (place.coding !== undefined) return record(state, [{ kind: 'remove', targets: [place.coding] }]);
  const { start, end } = place;
  return judge(state, [{ start, end, code: queue.code, coder: null }], 'reject');
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
