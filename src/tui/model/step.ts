import type { Span } from '../../core/span.js';
import type { Effect } from './effect.js';
import { inView } from './scroll.js';
import type { Mode, TagState } from './state.js';
import { unitAt } from './walk.js';

/** What follows from an action: the next state, and what the shell is to do. */
export interface Step {
  readonly state: TagState;
  readonly effects: readonly Effect[];
}

/** A step that asks the shell for something, or for nothing. */
export function step(state: TagState, ...effects: readonly Effect[]): Step {
  return { state, effects };
}

/** Changes nothing and says why. */
export function say(state: TagState, message: string): Step {
  return step({ ...state, message });
}

export const READ: Mode = { name: 'read' };

/** Out of the text that is being written, if one is: it is stored. */
export function afterWriting(state: TagState): TagState {
  return state.mode.name === 'write' ? { ...state, mode: state.mode.back ?? READ } : state;
}

/** Goes to another mode. */
export function enter(state: TagState, mode: Mode, message = ''): Step {
  return step({ ...state, mode, message });
}

/** Puts the cursor on the unit at a byte, and on the screen. */
export function cursorAt(state: TagState, byte: number): TagState {
  return withCursor(state, unitAt(state.source.transcript, state.walk, byte));
}

export function withCursor(state: TagState, cursor: Span): TagState {
  return inView({ ...state, cursor }, cursor);
}
