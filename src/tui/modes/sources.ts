import { fieldOf } from '../model/field.js';
import type { Handlers } from './handlers.js';
import { sourceList } from '../model/pick-list.js';
import type { TagState } from '../model/state.js';
import { enter, READ, say, type Step, step } from '../model/step.js';
import { listing } from './editing.js';

/** Lists the sources, the open one marked. */
export function enterSources(state: TagState): Step {
  const index = Math.max(
    0,
    state.sources.findIndex(({ id }) => id === state.source.id),
  );
  return enter(state, { name: 'sources', query: fieldOf(), index });
}

/** The keys of the list of sources. */
export const sourcesKeys: Handlers<'sources'> = {
  ...listing<'sources'>((state, mode) => sourceList(state.sources, mode.query.text).length),
  open: (state, mode) => {
    const source = sourceList(state.sources, mode.query.text)[mode.index]?.entry.id;
    if (source === undefined) return say(state, 'no source fits what you typed');
    if (source === state.source.id) return enter(state, READ);
    return step({ ...state, mode: READ }, { kind: 'open', source });
  },
  back: (state) => enter(state, READ),
};
