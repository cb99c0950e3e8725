import type { Handler, Handlers } from './handlers.js';
import type { TagState } from '../model/state.js';
import { enter, READ, say, type Step, step } from '../model/step.js';
import { quit } from './confirm.js';
import { helpIn } from './help.js';
import { CODED, codeTicked, goToPlace, keepPlace, tickPlace } from './queue.js';

function by(lines: number): Handler<'places'> {
  return (state, mode) => at(state, mode.index + lines);
}

function at(state: TagState, index: number): Step {
  const most = (state.queue?.places.length ?? 1) - 1;
  return step({ ...state, mode: { name: 'places', index: Math.max(0, Math.min(index, most)) } });
}

const tick: Handler<'places'> = (state, { index }) => {
  const { queue } = state;
  if (queue === null) return step(state);
  if (queue.places[index]?.done && queue.kind === 'find') return say(state, CODED);
  if (queue.kind === 'find') return at(tickPlace(state, index), index + 1);
  if (queue.kind === 'adjudicate') return say(state, 'a unit is decided in its transcript: press ⏎');
  return at(keepPlace(state, index), index + 1);
};

function all(state: TagState): Step {
  const { queue } = state;
  if (queue?.kind !== 'find') return say(state, 'only what a search found can be ticked');
  if (queue.places.every(({ done }) => done)) return say(state, 'every place is coded already');
  const ticked = queue.places.some((place) => !place.ticked && !place.done);
  const places = queue.places.map((place) => ({ ...place, ticked: ticked && !place.done }));
  return step({ ...state, queue: { ...queue, places } });
}

/** The keys of the list of places. */
export const placesKeys: Handlers<'places'> = {
  down: by(1),
  up: by(-1),
  'page down': by(10),
  'page up': by(-10),
  first: (state) => at(state, 0),
  last: (state) => at(state, Infinity),
  show: (state, { index }) => goToPlace(state, index),
  tick,
  all,
  'code ticked': codeTicked,
  help: helpIn,
  back: (state) => enter(state, READ),
  quit,
};
