import type { Handler, Handlers } from './handlers.js';
import { allOf, CODER_KEYS, commonTo, decideOn, disputeAt, openIn } from '../model/deciding.js';
import type { DisputedPlace, TagState } from '../model/state.js';
import { say, type Step } from '../model/step.js';
import { goToPlace } from './queue.js';

type DecidingKeys = 'as coder' | 'all' | 'common' | 'none';

const NO_DISPUTES = 'there is nothing to decide: start with `qcode agree --adjudicate`';

/** Decides the unit at the cursor; elsewhere goes back to the one that the list stands at. */
function deciding(
  codesOf: (place: DisputedPlace, state: TagState, key: string) => readonly string[] | string,
): Handler<'read'> {
  return (state, _, { text }) => {
    const { queue, cursor } = state;
    if (queue?.kind !== 'adjudicate') return say(state, NO_DISPUTES);
    const here = disputeAt(state, cursor);
    if (here === null) return goToPlace(state, queue.index);
    const codes = codesOf(here.place, state, text);
    return typeof codes === 'string' ? say(state, codes) : decideOn(state, cursor, codes);
  };
}

/** What the coder of a key gave, or why that cannot be taken. */
function asCoder({ codes }: DisputedPlace, { queue }: TagState, key: string): readonly string[] | string {
  const coders = queue?.kind === 'adjudicate' ? queue.coders : [];
  const i = CODER_KEYS.indexOf(key);
  if (coders[i] === undefined) return `there are ${coders.length} coders: ${coders.join(', ')}`;
  return codes[i] ?? `${coders[i]} did not see this unit`;
}

/** Goes on to the next unit that is open, with what was just decided still told; stays where none is left. */
export function onward(state: TagState): Step {
  const { queue, message } = state;
  if (queue?.kind !== 'adjudicate' || openIn(queue) === 0) return say(state, message);
  const { places, index } = queue;
  const later = places.findIndex((place, i) => i > index && !place.done);
  const next = goToPlace(state, later >= 0 ? later : places.findIndex(({ done }) => !done));
  return { ...next, state: { ...next.state, message } };
}

/** What is said where a key would change codings without a decision. */
export const WHY_BARRED =
  'here whole units are decided: A, B, … as a coder did, + all, = common, 0 none, a picks codes';

/** The keys that settle where coders differ. */
export const adjudicating: Pick<Handlers<'read'>, DecidingKeys> = {
  'as coder': deciding(asCoder),
  all: deciding(allOf),
  common: deciding(commonTo),
  none: deciding(() => []),
};
