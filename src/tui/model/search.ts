import type { Span } from '../../core/span.js';
import { findFolded, type Finder } from '../../text/find-folded.js';
import type { TagState } from './state.js';
import { say, type Step, step, withCursor } from './step.js';
import { unitAt } from './walk.js';

interface Search {
  readonly search: string;
  readonly finder: Finder | null;
}

/** What was searched for last in a text. */
const searches = new WeakMap<Uint8Array, Search>();

function finderOf({ source, search }: TagState): Finder | null {
  const { text } = source.transcript;
  let known = searches.get(text);
  if (known?.search !== search) searches.set(text, (known = { search, finder: findFolded(text, search) }));
  return known.finder;
}

/** The places within a stretch of what was searched for last. */
export function matchesBetween(state: TagState, { start, end }: Span): Span[] {
  const finder = finderOf(state);
  const found: Span[] = [];
  if (finder === null) return found;
  for (let match = finder.after(start, end); match !== null; match = finder.after(match.end, end)) found.push(match);
  return found;
}

/** Goes to the first match from the cursor's unit on, that unit included. */
export function firstMatch(state: TagState): Step {
  const [here] = matchesBetween(state, state.cursor);
  return here === undefined ? nextMatch(state, 1) : say(state, 'it occurs in this unit');
}

/** Goes to the next unit with a match (1), or to the one before (-1); past the end it goes on from the other end. */
export function nextMatch(state: TagState, direction: 1 | -1): Step {
  const finder = finderOf(state);
  if (finder === null) return say(state, 'nothing was searched for: press / first');
  const { cursor } = state;
  const { text } = state.source.transcript;
  const forward = direction === 1;
  const { length } = text;
  const ahead = forward
    ? otherUnit(state, finder, { start: cursor.end, end: length }, 1)
    : otherUnit(state, finder, { start: 0, end: cursor.start }, -1);
  if (ahead !== null) return step(withCursor(state, ahead));
  const around = forward
    ? otherUnit(state, finder, { start: 0, end: cursor.start }, 1)
    : otherUnit(state, finder, { start: cursor.end, end: length }, -1);
  if (around !== null) {
    const from = forward ? 'the beginning' : 'the end';
    return say(withCursor(state, around), `the search went on from ${from}`);
  }
  const here = matchesBetween(state, cursor).length > 0;
  return say(state, here ? 'no other unit has it' : `“${state.search}” does not occur in this source`);
}

/** The unit of the first or last match of a stretch that is not the cursor's: a label's match is of the unit after it. */
function otherUnit(state: TagState, finder: Finder, { start, end }: Span, direction: 1 | -1): Span | null {
  const { transcript } = state.source;
  const forward = direction === 1;
  let match = forward ? finder.after(start, end) : finder.before(end, start);
  while (match !== null) {
    const unit = unitAt(transcript, state.walk, match.start);
    if (unit.start !== state.cursor.start) return unit;
    match = forward ? finder.after(match.end, end) : finder.before(match.start, start);
  }
  return null;
}
