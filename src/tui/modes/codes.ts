import type { Handler, Handlers } from './handlers.js';
import { nameOf } from '../model/names.js';
import { applyCodes } from '../model/changes.js';
import type { CodeEntry, TagState } from '../model/state.js';
import { enter, READ, say, type Step, step } from '../model/step.js';
import { HELP } from './help.js';
import { goToCoding } from './moving.js';
import { pickFor } from './pick.js';
import { BLIND, writeCodeMemo, writeName, writeNewCode } from './write.js';

/** Goes to the code pane, where the code is that was used last. */
export function enterCodes(state: TagState): Step {
  const last = state.follow ?? state.recent[0];
  const index = Math.max(
    0,
    state.codes.findIndex(({ id }) => id === last),
  );
  return enter(state, { name: 'codes', index });
}

function at(state: TagState, index: number): Step {
  return step({ ...state, mode: { name: 'codes', index: Math.max(0, Math.min(index, state.codes.length - 1)) } });
}

function by(lines: number): Handler<'codes'> {
  return (state, { index }) => at(state, index + lines);
}

/** Does it with the code marked. */
function withCode(use: (state: TagState, code: CodeEntry) => Step): Handler<'codes'> {
  return (state, { index }) => {
    const code = state.codes[index];
    return code === undefined ? say(state, 'the codebook has no codes yet: press c for a new one') : use(state, code);
  };
}

/** Goes to a coding of the code and stays in the pane. */
function coding(direction: 1 | -1): Handler<'codes'> {
  return withCode((state, { id }) => goToCoding(state, id, direction));
}

/** The keys of the code pane. */
export const codePane: Handlers<'codes'> = {
  down: by(1),
  up: by(-1),
  'page down': by(10),
  'page up': by(-10),
  first: (state) => at(state, 0),
  last: (state) => at(state, Infinity),
  code: withCode((state, { id }) => applyCodes(state, state.cursor, [id])),
  search: (state) => pickFor(state, { for: 'go' }),
  'new code': (state, { index }) => writeNewCode(state, state.codes[index]?.id ?? null, null),
  'new top code': (state) => writeNewCode(state, null, null),
  rename: withCode((state, { id }) => writeName(state, id)),
  merge: withCode((state, { id }) => {
    if (state.blind) return say(state, BLIND);
    return state.codes.length < 2 ? say(state, 'there is no other code') : pickFor(state, { for: 'merge', from: id });
  }),
  memo: withCode((state, { id }) => writeCodeMemo(state, id)),
  follow: withCode((state, { id }) => say({ ...state, follow: id }, `] and [ follow ${nameOf(state, id)}`)),
  coding: coding(1),
  'coding before': coding(-1),
  help: (state) => enter(state, HELP),
  back: (state) => enter(state, READ),
};
