import type { Action } from './action.js';
import { withEdit, withTakenBack } from './edits.js';
import { revealed, shownFor } from './folding.js';
import { progressOf } from './progress.js';
import { applyCodes, moveCoding } from './changes.js';
import { renamedDispute } from './deciding.js';
import type { Queue, TagState } from './state.js';
import { afterWriting, READ, say, type Step, step } from './step.js';

/**
 * The state after the codebook was written: codes, counts and suggestions are new, and what was renamed or merged goes
 * by its new id everywhere. The coding that waits for a new code is recorded now.
 */
export function codebookChanged(state: TagState, action: Extract<Action, { kind: 'codebook' }>): Step {
  const { codes, counts, recent, lastUsed, source, done, undone, made, renamed = {}, besides, restored, time } = action;
  const known = new Set(codes.map(({ id }) => id));
  const now = (code: string): string => renamed[code] ?? code;
  const { mode } = state;
  const then = mode.name === 'write' && mode.purpose.for === 'new code' ? mode.purpose.then : null;
  const next: TagState = {
    ...afterWriting(state),
    codes,
    counts,
    source,
    recent,
    lastUsed,
    folded: state.folded.map(now),
    follow: state.follow !== null && known.has(now(state.follow)) ? now(state.follow) : null,
    queue: state.queue && renamedQueue(state.queue, now),
    done,
    undone,
    progress: progressOf(source, state.walk),
    saved: { state: 'saved' },
    message: '',
  };
  const at = state.ofSession.length;
  if (restored !== undefined) return step(inPane(afterRestoring(state, next, restored, time), renamed));
  const edit = { told: action.told, time, at, laid: then === null ? null : made };
  const edited = { ...next, edits: withEdit(state.edits, edit) };
  if (made === null) return say(inPane(edited, renamed), besides ? `${edit.told}; ${besides}` : edit.told);
  if (then?.for === 'apply') return applyCodes(edited, then.segment, [made]);
  if (then?.for === 'move') return moveCoding({ ...edited, mode: READ }, then.coding, made);
  return say(marked(edited, made), edit.told);
}

/** The list of places by the codes' new ids. */
function renamedQueue(queue: Queue, now: (code: string) => string): Queue {
  if (queue.kind !== 'adjudicate') return { ...queue, code: now(queue.code) };
  return { ...queue, places: queue.places.map((place) => renamedDispute(place, now)) };
}

/** After an edit was undone or done again; what the same key did before it is told before it. */
function afterRestoring(before: TagState, state: TagState, which: 'done' | 'undone', time: string): TagState {
  const { edits, ofSession, message } = before;
  const what = `${which === 'done' ? 'undone' : 'done again'}: ${edits[which].at(-1)?.told ?? ''}`;
  return {
    ...state,
    edits: withTakenBack(edits, which, { at: ofSession.length, time }),
    message: message === '' ? what : `${message}; ${what}`,
  };
}

/** The code pane with its mark on a code. */
function marked(state: TagState, code: string): TagState {
  const index = state.codes.findIndex(({ id }) => id === code);
  if (state.mode.name !== 'codes' || index < 0) return state;
  return { ...revealed(state, code), mode: { name: 'codes', index } };
}

/** The code pane with its mark on what a renamed or merged code is now, and within the list in any case. */
function inPane(state: TagState, renamed: Readonly<Record<string, string>>): TagState {
  if (state.mode.name !== 'codes') return state;
  const [now] = Object.values(renamed);
  const index = shownFor(state, state.mode.index);
  const within: TagState = { ...state, mode: { name: 'codes', index } };
  return now === undefined ? within : marked(within, now);
}
