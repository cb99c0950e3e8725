import type { Handler, Handlers } from './handlers.js';
import { helpRows } from '../keys/help.js';
import type { Mode, TagState } from '../model/state.js';
import { enter, READ, type Step, step } from '../model/step.js';

export const HELP: Mode = { name: 'help', top: 0 };

/** Rows of the help that the screen has room for. */
function page({ size }: TagState): number {
  return Math.max(1, size.rows - 4);
}

/** Shows the help from a row on, but no further than to its last row. */
function at(state: TagState, top: number): Step {
  const last = Math.max(0, helpRows(state.size.columns).length - page(state));
  return step({ ...state, mode: { name: 'help', top: Math.max(0, Math.min(top, last)) } });
}

function by(rows: (state: TagState) => number): Handler<'help'> {
  return (state, { top }) => at(state, top + rows(state));
}

/** The keys of the help. */
export const helping: Handlers<'help'> = {
  down: by(() => 1),
  up: by(() => -1),
  'page down': by(page),
  'page up': by((state) => -page(state)),
  first: (state) => at(state, 0),
  last: (state) => at(state, Infinity),
  back: (state) => enter(state, READ),
};
