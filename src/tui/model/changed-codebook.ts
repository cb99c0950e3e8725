import type { Action } from './action.js';
import { namesOf } from './names.js';
import { progressOf } from './progress.js';
import { applyCodes, moveCoding } from './changes.js';
import type { TagState } from './state.js';
import { afterWriting, READ, say, type Step } from './step.js';

/**
 * The state after the codebook was written: codes, counts and suggestions are new, and what was renamed or merged goes
 * by its new id everywhere. The coding that waits for a new code is recorded now.
 */
export function codebookChanged(state: TagState, action: Extract<Action, { kind: 'codebook' }>): Step {
  const { codes, counts, source, done, undone, made, renamed = {} } = action;
  const known = new Set(codes.map(({ id }) => id));
  const now = (code: string): string => renamed[code] ?? code;
  const { mode } = state;
  const then = mode.name === 'write' && mode.purpose.for === 'new code' ? mode.purpose.then : null;
  const next: TagState = {
    ...afterWriting(state),
    codes,
    counts,
    source,
    recent: [...new Set(state.recent.map(now))].filter((code) => known.has(code)),
    follow: state.follow !== null && known.has(now(state.follow)) ? now(state.follow) : null,
    queue: state.queue && { ...state.queue, code: now(state.queue.code) },
    done,
    undone,
    progress: progressOf(source, state.walk),
    saved: { state: 'saved' },
    message: '',
  };
  if (made === null) return say(inPane(next, renamed), 'the codebook is saved');
  if (then?.for === 'apply') return applyCodes(next, then.segment, [made]);
  if (then?.for === 'move') return moveCoding({ ...next, mode: READ }, then.coding, made);
  return say(marked(next, made), `new code: ${namesOf(next, [made])}`);
}

/** The code pane with its mark on a code. */
function marked(state: TagState, code: string): TagState {
  const index = state.codes.findIndex(({ id }) => id === code);
  return state.mode.name === 'codes' && index >= 0 ? { ...state, mode: { name: 'codes', index } } : state;
}

/** The code pane with its mark on what a renamed or merged code is now, and within the list in any case. */
function inPane(state: TagState, renamed: Readonly<Record<string, string>>): TagState {
  if (state.mode.name !== 'codes') return state;
  const [now] = Object.values(renamed);
  const index = Math.min(state.mode.index, Math.max(0, state.codes.length - 1));
  const within: TagState = { ...state, mode: { name: 'codes', index } };
  return now === undefined ? within : marked(within, now);
}
