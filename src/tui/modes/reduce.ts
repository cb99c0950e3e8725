import type { Action, Found, Key } from '../model/action.js';
import { codebookChanged } from '../model/changed-codebook.js';
import type { AnyHandler } from './handlers.js';
import { type Binding, bindingOf } from '../keys/table.js';
import { onward, WHY_BARRED } from './adjudicate.js';
import { anywhere } from './anywhere.js';
import { tooSmall } from '../layout/panes.js';
import { asking, typeIntoAsk } from './ask.js';
import { choosing } from './choose.js';
import { codePane } from './codes.js';
import { confirming, confirmMerge } from './confirm.js';
import { typeIntoQuery } from './editing.js';
import { helping } from './help.js';
import { picking } from './pick.js';
import { placesKeys } from './places.js';
import { reading } from './read.js';
import { selecting } from './select.js';
import { sourcesKeys } from './sources.js';
import { heard } from './unmoved.js';
import { typeIntoWrite, writing, written } from './write.js';
import { isBarred, toldDecision, withDisputes } from '../model/deciding.js';
import { withEdit, withKept } from '../model/edits.js';
import { firstProgress, progressOf } from '../model/progress.js';
import { recorded } from '../model/recorded.js';
import { inView } from '../model/scroll.js';
import type { ModeName, SourceCount, TagState } from '../model/state.js';
import { afterWriting, cursorAt, READ, say, type Step, step } from '../model/step.js';

/** What the keys of each mode do, by their names in the table of keys. */
const handlers: Readonly<Record<Binding['mode'], Readonly<Record<string, AnyHandler>>>> = {
  any: anywhere,
  read: reading,
  select: selecting,
  pick: picking,
  write: writing,
  ask: asking,
  choose: choosing,
  sources: sourcesKeys,
  codes: codePane,
  places: placesKeys,
  confirm: confirming,
  help: helping,
};

/** Where keys that are not bound are text. */
const typing: Readonly<Partial<Record<ModeName, AnyHandler>>> = {
  pick: typeIntoQuery,
  write: typeIntoWrite,
  ask: typeIntoAsk,
  sources: typeIntoQuery,
};

/**
 * The next state, and what the shell is to do. Pure: nothing that the screen calls stored changes before the shell
 * answers that it is.
 */
export function reduce(state: TagState, action: Action): Step {
  switch (action.kind) {
    case 'key':
      return pressed({ ...state, message: '' }, action.key);
    case 'resize':
      return step(inView({ ...state, size: action.size }, state.cursor));
    case 'recorded':
      return afterRecording(state, action);
    case 'opened':
      return step(opened(state, action));
    case 'codebook':
      return codebookChanged(state, action);
    case 'passed over':
      return step(passedOver(state, action));
    case 'kept':
      return step(kept(state, action));
    case 'preview':
      return confirmMerge(state, action.from, action.into, action.lines);
    case 'suggested': {
      const { source } = state;
      if (source.id !== action.source) return step(state);
      return step(counted({ ...state, source: { ...source, suggestions: action.suggestions } }));
    }
    case 'counted':
      return step(counted(withCount(state, action.source)));
    case 'memo':
      return say(memoWritten(state, action), 'memo saved');
    case 'written':
      return written({ ...state, message: '' }, action.text);
    case 'failed':
      return step(withDisputes(failed(state, action), action.places));
  }
}

function pressed(state: TagState, key: Key): Step {
  const { name } = state.mode;
  const binding = bindingOf(name, key);
  const bound = binding === undefined ? undefined : handlers[binding.mode][binding.name];
  // Nobody codes what he cannot see.
  if (tooSmall(state.size) && binding?.name !== 'quit' && binding?.name !== 'suspend') return step(state);
  const handler = bound ?? (key.name === '' ? typing[name] : undefined);
  if (binding !== undefined && isBarred(state, binding.name)) return say(state, WHY_BARRED);
  // Handlers are listed by the mode that they take.
  const next = handler === undefined ? step(state) : handler(state, state.mode as never, key);
  return heard(state, key, handler === undefined ? undefined : binding?.name, next);
}

/** What is stored shows; after a decision the next unit does. */
function afterRecording(state: TagState, action: Extract<Action, { kind: 'recorded' }>): Step {
  const { batch, undoes, uncounted, decided, places, anew } = action;
  const next = withDisputes(recorded(state, batch, undoes, uncounted, anew), places);
  if (decided === undefined) return step(next);
  const doubt = uncounted === undefined || uncounted === '' ? '' : `, ${uncounted}`;
  return onward({ ...next, message: `${toldDecision(next, decided)}${doubt}` });
}

function withCount(state: TagState, count: SourceCount): TagState {
  return { ...state, sources: state.sources.map((entry) => (entry.id === count.id ? { ...entry, ...count } : entry)) };
}

/** Counts the units of the open source if that was put off, and lets the list of sources say so. */
function counted(state: TagState): TagState {
  const { source, walk } = state;
  const progress = state.progress.units > 0 ? state.progress : progressOf(source, walk);
  const { units, seen } = progress;
  const sources = state.sources.map((entry) => (entry.id === source.id ? { ...entry, units, seen } : entry));
  return { ...state, progress, sources };
}

function opened(state: TagState, action: Extract<Action, { kind: 'opened' }>): TagState {
  const { source, done, undone, blind } = action;
  const progress = firstProgress(source, state.walk);
  const next = {
    ...state,
    source,
    done,
    undone,
    blind,
    progress,
    mode: READ,
    top: 0,
    // A decision that led here is still told.
    message: action.message || (state.queue?.kind === 'adjudicate' ? state.message : ''),
  };
  return cursorAt(next, action.at);
}

/** Places stay ticked where nobody knows any more where they stand. */
function passedOver(state: TagState, { source, places }: Extract<Action, { kind: 'passed over' }>): TagState {
  const what = `${places} ${places === 1 ? 'place was' : 'places were'} not coded`;
  const why = `${source}: ${what}, its transcript was changed since the search: search again`;
  // It comes first: a long message is cut at its end.
  return { ...state, message: [why, state.message].filter((words) => words !== '').join('; ') };
}

function memoWritten(state: TagState, { source, codes, told, time }: Extract<Action, { kind: 'memo' }>): TagState {
  const edit = { told, time, at: state.ofSession.length, laid: null };
  return { ...afterWriting(state), source, codes, edits: withEdit(state.edits, edit), saved: { state: 'saved' } };
}

/** What rests on an edit of a shared file is said, and that it can no more be taken back. */
function kept(state: TagState, { which, message: why }: Extract<Action, { kind: 'kept' }>): TagState {
  const message = [state.message, why].filter((words) => words !== '').join('; ');
  return { ...state, edits: withKept(state.edits, which), message };
}

/** What could not be done is said. That something typed or a coding is not stored is remembered until something is. */
function failed(state: TagState, action: Extract<Action, { kind: 'failed' }>): TagState {
  const { message: reason, effect, undo, isStored = false, dropped = [], found } = action;
  const now = found === undefined ? state : withFound(state, found);
  if (undo !== undefined && !isStored) return notUndone(now, undo, reason);
  const more = dropped.filter(({ kind }) => kind === 'record').length;
  const message =
    more === 0 ? reason : `${reason}; ${more} more ${more === 1 ? 'source was' : 'sources were'} not coded`;
  const isWriting = state.mode.name === 'write';
  // Whoever is shown what was changed meanwhile has not yet coded anything in view of it.
  if (found !== undefined && !isWriting) return { ...now, message: `not done: ${message}`, saved: { state: 'saved' } };
  const isHeld = effect === 'record' || effect === 'decide' || (isWriting && effect !== 'editor');
  return { ...now, message, saved: isHeld ? { state: 'failed', message } : state.saved };
}

/** With why something was not undone, after what the same key did before it. Nothing is unsaved with that. */
function notUndone(state: TagState, undo: 'done' | 'undone', why: string): TagState {
  const what = `${undo === 'done' ? 'not undone' : 'not done again'}: ${why}`;
  return { ...state, message: [state.message, what].filter((words) => words !== '').join('; ') };
}

/** With what somebody else changed. What is being written stays; whatever else points into another text does not. */
function withFound(state: TagState, found: Found): TagState {
  const { source } = found;
  const next: TagState = { ...state, ...found, progress: firstProgress(source, state.walk) };
  if (source.digest === state.source.digest) return next;
  const mode = state.mode.name === 'write' ? state.mode : READ;
  return cursorAt({ ...next, mode, top: 0 }, Math.min(state.cursor.start, source.transcript.text.length));
}
