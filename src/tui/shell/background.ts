import { type Desk } from './desk.js';
import type { Action } from '../model/action.js';
import { counted } from './entries.js';
import type { Hands } from './effects.js';
import { suggestsLater } from './open.js';
import type { TagState } from '../model/state.js';
import { type Suggest, suggestionsIn } from './suggestions.js';

/** What is done while nobody types. */
export interface Background {
  /** To be called after each change: looks for what is to be done, and puts off what waits. */
  look(state: TagState): void;
  stop(): void;
}

/** Milliseconds without a key before sources are read to be counted, and between two of them. */
const PATIENCE = 400;
const PAUSE = 20;

/**
 * Looks for the suggestions of a large source once its first frame is drawn, and counts the units of all sources, one at
 * a time.
 */
export function backgroundOf(hands: Hands, dispatch: (action: Action) => void): Background {
  let suggested: { readonly suggest: Suggest; readonly transcript: unknown } | null = null;
  let suggesting: NodeJS.Timeout | undefined;
  let counting: NodeJS.Timeout | undefined;
  let left = hands.desk.study.sources.slice();

  const suggest = ({ source }: TagState, desk: Desk): void => {
    suggesting = setTimeout(() => {
      dispatch({ kind: 'suggested', source: source.id, suggestions: suggestionsIn(source, desk.suggest) });
    }, 0);
  };

  const count = async (): Promise<void> => {
    const [source, ...others] = left;
    if (!source) return;
    left = others;
    const found = await counted(hands.desk, source);
    if (found) dispatch({ kind: 'counted', source: found });
    wait(PAUSE);
  };

  const wait = (milliseconds: number): void => {
    clearTimeout(counting);
    if (left.length > 0) counting = setTimeout(() => void count(), milliseconds).unref();
  };

  return {
    look(state) {
      const { desk } = hands;
      const { transcript } = state.source;
      if (
        suggestsLater(desk, state.source) &&
        (suggested?.suggest !== desk.suggest || suggested.transcript !== transcript)
      ) {
        suggested = { suggest: desk.suggest, transcript };
        clearTimeout(suggesting);
        suggest(state, desk);
      }
      wait(PATIENCE);
    },
    stop() {
      clearTimeout(suggesting);
      clearTimeout(counting);
      left = [];
    },
  };
}
