import type { Action } from '../model/action.js';
import type { Effect, Errand } from '../model/effect.js';
import type { TagState } from '../model/state.js';

/** What a session is made of. */
export interface SessionParts {
  readonly reduce: (state: TagState, action: Action) => { state: TagState; effects: readonly Effect[] };
  readonly perform: (effect: Errand, state: TagState) => Action | Promise<Action>;
  /** Called whenever there is something new to draw: once for all that a key press does at once. */
  readonly changed: (state: TagState) => void;
  /** Lends the terminal to the shell that it was started from. */
  readonly suspend: () => void;
  /** Called once, when the coder leaves. */
  readonly left: (state: TagState) => void;
  /** Called once, when something went wrong that nobody foresaw. */
  readonly broke: (error: unknown) => void;
}

/** The state of the terminal and what happens to it, one action after another. */
export interface Session {
  readonly state: TagState;
  /** What comes while something is being done waits for its turn. */
  dispatch(action: Action): void;
  /** Resolves once nothing is being done and nothing waits. */
  idle(): Promise<void>;
}

export function createSession(start: TagState, parts: SessionParts): Session {
  let state = start;
  let over = false;
  let waiting: Promise<void> | null = null;
  const actions: Action[] = [];
  const effects: Effect[] = [];

  const apply = (action: Action): void => {
    const next = parts.reduce(state, action);
    state = next.state;
    effects.push(...next.effects);
  };

  /** What was to come after something that failed is not done: a success would cover the failure, or rest on it. */
  const answer = (action: Action): void => {
    const dropped = action.kind === 'failed' || action.kind === 'kept' ? effects.splice(0) : [];
    apply(action.kind === 'failed' ? { ...action, dropped } : action);
  };

  /** Does all that can be done without waiting. Answers of effects come before what the coder typed meanwhile. */
  const run = (): void => {
    while (!over && waiting === null) {
      const effect = effects.shift();
      if (effect === undefined) {
        const action = actions.shift();
        if (action === undefined) return;
        apply(action);
      } else if (effect.kind === 'quit') {
        over = true;
        parts.left(state);
      } else if (effect.kind === 'suspend') {
        parts.suspend();
      } else {
        const answered = parts.perform(effect, state);
        if (answered instanceof Promise) waiting = answered.then(resume, fail);
        else answer(answered);
      }
    }
  };

  const attempt = (): void => {
    try {
      run();
      if (!over) parts.changed(state);
    } catch (error) {
      fail(error);
    }
  };

  const resume = (action: Action): void => {
    waiting = null;
    try {
      answer(action);
    } catch (error) {
      return fail(error);
    }
    attempt();
  };

  const fail = (error: unknown): void => {
    over = true;
    waiting = null;
    parts.broke(error);
  };

  return {
    get state() {
      return state;
    },
    dispatch(action) {
      actions.push(action);
      if (waiting === null) attempt();
    },
    async idle() {
      while (waiting !== null) await waiting;
    },
  };
}
