import type { Handler, Handlers } from './handlers.js';
import { fold, foldAll, hasBelow, shownCodes, shownFor, unfold, unfoldAll } from '../model/folding.js';
import { nameOf } from '../model/names.js';
import { BLIND } from '../model/blind.js';
import { applyCodes } from '../model/changes.js';
import type { CodeEntry, TagState } from '../model/state.js';
import { enter, READ, say, type Step, step } from '../model/step.js';
import { helpIn } from './help.js';
import { goToCoding } from './moving.js';
import { pickFor } from './pick.js';
import { undo } from './undo.js';
import { writeCodeMemo, writeName, writeNewCode } from './write.js';

/** Goes to the code pane, where the code is that was used last. */
export function enterCodes(state: TagState): Step {
  const last = state.follow ?? state.lastUsed[0];
  const index = state.codes.findIndex(({ id }) => id === last);
  return step(at(state, index));
}

/** With the mark on a code, or on the folded one that it lies below. */
function at(state: TagState, index: number): TagState {
  return { ...state, mode: { name: 'codes', index: shownFor(state, index) } };
}

/** So many lines on, of those that show. */
function by(lines: number): Handler<'codes'> {
  return (state, { index }) => {
    const shown = shownCodes(state);
    const line = Math.max(0, Math.min(shown.indexOf(index) + lines, shown.length - 1));
    return step(at(state, shown[line] ?? 0));
  };
}

/** Folds what is below the code; of one that is folded or has nothing below it, goes to the code above. */
const foldHere: Handler<'codes'> = (state, { index }) => {
  const code = state.codes[index];
  if (code === undefined) return step(state);
  if (hasBelow(state.codes, index) && !state.folded.includes(code.id)) return step(fold(state, code.id));
  const above = state.codes.findIndex(({ id }) => id === code.parent);
  return above < 0 ? say(state, 'nothing is above this code') : step(at(state, above));
};

const unfoldHere: Handler<'codes'> = (state, { index }) => {
  const code = state.codes[index];
  if (code === undefined) return step(state);
  if (state.folded.includes(code.id)) return step(unfold(state, code.id));
  return hasBelow(state.codes, index) ? step(at(state, index + 1)) : say(state, 'nothing is below this code');
};

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
  first: (state) => step(at(state, 0)),
  last: (state) => step(at(state, Infinity)),
  fold: foldHere,
  unfold: unfoldHere,
  'fold all': (state, { index }) => step(at(foldAll(state), index)),
  'unfold all': (state, { index }) => step(at(unfoldAll(state), index)),
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
  undo: (state) => undo(state, 'done'),
  redo: (state) => undo(state, 'undone'),
  help: helpIn,
  back: (state) => enter(state, READ),
};
