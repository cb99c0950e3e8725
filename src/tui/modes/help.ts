import type { Handler, Handlers, ModeOf } from './handlers.js';
import { helpFor, helpRows } from '../keys/help.js';
import type { Mode, TagState } from '../model/state.js';
import { enter, READ, type Step, step } from '../model/step.js';

export const HELP: Mode = { name: 'help', top: 0 };

/** Shows the help, which leads back to the mode that it was asked for in. */
export function helpIn(state: TagState): Step {
  return enter(state, { name: 'help', top: 0, back: state.mode });
}

/** Rows of the help that the screen has room for. */
function page({ size }: TagState): number {
  return Math.max(1, size.rows - 4);
}

/** Shows the help from a row on, but no further than to its last row. */
function at(state: TagState, mode: ModeOf<'help'>, top: number): Step {
  const last = Math.max(0, helpRows(state.size.columns, helpFor(state)).length - page(state));
  return step({ ...state, mode: { ...mode, top: Math.max(0, Math.min(top, last)) } });
}

function by(rows: (state: TagState) => number): Handler<'help'> {
  return (state, mode) => at(state, mode, mode.top + rows(state));
}

/** The keys of the help. */
export const helping: Handlers<'help'> = {
  down: by(() => 1),
  up: by(() => -1),
  'page down': by(page),
  'page up': by((state) => -page(state)),
  first: (state, mode) => at(state, mode, 0),
  last: (state, mode) => at(state, mode, Infinity),
  back: (state, { back = READ }) => enter(state, back),
};
