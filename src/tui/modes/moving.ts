import { firstWhere } from '../../core/bisection.js';
import type { Span } from '../../core/span.js';
import type { Handler, Handlers } from './handlers.js';
import { isOpen } from '../model/marks.js';
import { nameOf } from '../model/names.js';
import { isCoded, isSeen, progressOf } from '../model/progress.js';
import { pageTop } from '../model/scroll.js';
import { nextMatch } from '../model/search.js';
import type { TagState, WalkKind } from '../model/state.js';
import { cursorAt, enter, say, type Step, step, withCursor } from '../model/step.js';
import { fieldOf } from '../model/field.js';
import { nextUnit, previousUnit, unitAt } from '../model/walk.js';

type Moves =
  | 'next'
  | 'back'
  | 'page down'
  | 'page up'
  | 'first'
  | 'last'
  | 'line'
  | 'unit'
  | 'next uncoded'
  | 'next unseen'
  | 'suggestion'
  | 'suggestion before'
  | 'coding'
  | 'coding before'
  | 'search'
  | 'next match'
  | 'match before';

/** The next unit; what of a long one is below the screen is shown first. */
function next(state: TagState): Step {
  const { source, walk, cursor } = state;
  const below = pageTop(state, 1);
  if (below > cursor.start && below < cursor.end && below > state.top) return step({ ...state, top: below });
  const unit = nextUnit(source.transcript, walk, cursor);
  return unit === null ? say(state, 'this is the last unit') : step(withCursor(state, unit));
}

/** The unit before; what of a long one is above the screen is shown first. */
function back(state: TagState): Step {
  const { source, walk, cursor } = state;
  if (cursor.start < state.top) return step({ ...state, top: pageTop(state, -1) });
  const unit = previousUnit(source.transcript, walk, cursor);
  return unit === null ? say(state, 'this is the first unit') : step(withCursor(state, unit));
}

function page(direction: 1 | -1): Handler<'read'> {
  return (state) => {
    const top = pageTop(state, direction);
    const { transcript } = state.source;
    if (top === state.top) return step(cursorAt(state, direction === 1 ? transcript.text.length : 0));
    return step({ ...state, top, cursor: unitAt(transcript, state.walk, top) });
  };
}

const KINDS: Readonly<Record<WalkKind, WalkKind>> = { turn: 'paragraph', paragraph: 'sentence', sentence: 'turn' };

function changeUnit(state: TagState): Step {
  const walk = KINDS[state.walk];
  const at = cursorAt({ ...state, walk, progress: progressOf(state.source, walk) }, state.cursor.start);
  return say(at, `by ${walk}`);
}

/** Goes to the next unit that a test passes, from the beginning on where none comes after the cursor. */
function nextWhere(test: (state: TagState, unit: Span) => boolean, none: string): Handler<'read'> {
  return (state) => {
    const { source, walk, cursor } = state;
    const search = (from: Span | null, to: number): Span | null => {
      let unit = from;
      while (unit !== null && unit.start < to && !test(state, unit)) unit = nextUnit(source.transcript, walk, unit);
      return unit !== null && unit.start < to ? unit : null;
    };
    const ahead = search(nextUnit(source.transcript, walk, cursor), Infinity);
    if (ahead !== null) return step(withCursor(state, ahead));
    const around = search(unitAt(source.transcript, walk, 0), cursor.start);
    return around === null ? say(state, none) : say(withCursor(state, around), 'went on from the beginning');
  };
}

/** The first span of a list after the cursor's unit that a test passes (1), or the last before it (-1). */
function beyond<T extends Span>(
  list: readonly T[],
  cursor: Span,
  direction: 1 | -1,
  test: (span: T) => boolean,
): T | null {
  const from = direction === 1 ? cursor.end : cursor.start;
  let at = firstWhere(list.length, (i) => list[i]!.start >= from);
  if (direction === -1) at--;
  while (at >= 0 && at < list.length && !test(list[at]!)) at += direction;
  return list[at] ?? null;
}

/** Goes to the next span, around the end of the text if need be. */
function goBeyond(state: TagState, direction: 1 | -1, find: (cursor: Span) => Span | null, none: string): Step {
  const found = find(state.cursor);
  if (found !== null) return step(cursorAt(state, found.start));
  const { length } = state.source.transcript.text;
  const around = find(direction === 1 ? { start: 0, end: 0 } : { start: length + 1, end: length + 1 });
  if (around === null) return say(state, none);
  const at = cursorAt(state, around.start);
  if (at.cursor.start === state.cursor.start) return say(at, 'there is no other');
  return say(at, direction === 1 ? 'went on from the beginning' : 'went on from the end');
}

function suggestion(direction: 1 | -1): Handler<'read'> {
  return (state) => {
    const { source, blind } = state;
    if (blind) return say(state, 'you code blind: there are no suggestions');
    const find = (cursor: Span): Span | null =>
      beyond(source.suggestions, cursor, direction, (each) => isOpen(source, each));
    return goBeyond(state, direction, find, 'no suggestion is left to judge in this source');
  };
}

/** Goes to the next coding of a code (1), of any code for null, or to the one before (-1). */
export function goToCoding(state: TagState, code: string | null, direction: 1 | -1): Step {
  const { codings, verdicts } = state.source;
  const find = (cursor: Span): Span | null => {
    const own = beyond(codings, cursor, direction, (each) => code === null || each.code === code);
    const accepted = beyond(
      verdicts,
      cursor,
      direction,
      (each) => each.verdict === 'accept' && (code === null || each.code === code),
    );
    if (own === null || accepted === null) return own ?? accepted;
    return (own.start - accepted.start) * direction <= 0 ? own : accepted;
  };
  const what = code === null ? 'codings' : `codings of ${nameOf(state, code)}`;
  return goBeyond(state, direction, find, `there are no ${what} in this source`);
}

/** The keys that move the cursor of the transcript. */
export const moving: Pick<Handlers<'read'>, Moves> = {
  next,
  back,
  'page down': page(1),
  'page up': page(-1),
  first: (state) => step(cursorAt(state, 0)),
  last: (state) => step(cursorAt(state, state.source.transcript.text.length)),
  line: (state) => enter(state, { name: 'ask', purpose: 'line', field: fieldOf() }),
  unit: changeUnit,
  'next uncoded': nextWhere(({ source }, unit) => !isCoded(source, unit), 'every other unit has a code'),
  'next unseen': nextWhere(({ source }, unit) => !isSeen(source, unit), 'every other unit is marked seen'),
  suggestion: suggestion(1),
  'suggestion before': suggestion(-1),
  coding: (state) => goToCoding(state, state.follow, 1),
  'coding before': (state) => goToCoding(state, state.follow, -1),
  search: (state) => enter(state, { name: 'ask', purpose: 'search', field: fieldOf() }),
  'next match': (state) => nextMatch(state, 1),
  'match before': (state) => nextMatch(state, -1),
};
