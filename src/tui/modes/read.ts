import type { Handler, Handlers } from './handlers.js';
import { applyCodes, isEmpty, NOTHING_TO_CODE, record } from '../model/changes.js';
import { exactly } from '../model/overlapping.js';
import { isSeen } from '../model/progress.js';
import type { TagState } from '../model/state.js';
import { enter, say, type Step, step, withCursor } from '../model/step.js';
import { nextUnit, previousUnit } from '../model/walk.js';
import { adjudicating } from './adjudicate.js';
import { choose, judgeAll } from './choose.js';
import { enterCodes } from './codes.js';
import { quit } from './confirm.js';
import { HELP } from './help.js';
import { moving } from './moving.js';
import { pickFor } from './pick.js';
import { placeHere, queueing, removeHere } from './queue.js';
import { recentCode } from '../model/digits.js';
import { select } from './select.js';
import { enterSources } from './sources.js';
import { undo } from './undo.js';
import { writeNewCode, writeSourceMemo } from './write.js';

/** Does it where the unit holds something. */
function withUnit(handler: (state: TagState) => Step): Handler<'read'> {
  return (state) => (isEmpty(state.cursor) ? say(state, NOTHING_TO_CODE) : handler(state));
}

/** Marks the unit seen and goes on. */
function seen(state: TagState): Step {
  const { source, walk, cursor } = state;
  const unit = nextUnit(source.transcript, walk, cursor);
  const on = unit === null ? { ...state, message: 'that was the last unit' } : withCursor(state, unit);
  if (isSeen(source, cursor) || isEmpty(cursor)) return { state: on, effects: [] };
  const { start, end } = cursor;
  return record(on, [{ kind: 'seen', unit: { start, end }, unitKind: walk }]);
}

/** Goes back and takes the mark away: the cursor's own at the end of the text, where it could not go on. */
function unseen(state: TagState): Step {
  const { source, walk, cursor } = state;
  const last = nextUnit(source.transcript, walk, cursor) === null && exactly(source.seen, cursor).length > 0;
  const unit = last ? cursor : previousUnit(source.transcript, walk, cursor);
  if (unit === null) return say(state, 'this is the first unit');
  const back = withCursor(state, unit);
  const targets = exactly(source.seen, unit).map(({ id }) => id);
  if (targets.length > 0) return record(back, [{ kind: 'remove', targets }]);
  return say(back, isSeen(source, unit) ? 'it was marked seen in other units: press u to walk by them' : '');
}

const recent: Handler<'read'> = (state, _, { text }) => {
  const code = recentCode(state, text);
  return code === null
    ? say(state, `no code has the number ${text} yet: press a to pick one`)
    : applyCodes(state, state.cursor, [code]);
};

/** In a review, what stands at the place is meant; elsewhere what stands in the unit. */
function move(state: TagState): Step {
  const coding = placeHere(state)?.coding;
  return coding === undefined ? choose(state, 'move') : pickFor(state, { for: 'move', coding });
}

function others(state: TagState): Step {
  if (state.blind) return say(state, "you code blind: other coders' codings stay hidden");
  const showOthers = !state.showOthers;
  return say({ ...state, showOthers }, showOthers ? "other coders' codings show" : "other coders' codings are hidden");
}

/** The keys of the transcript. */
export const reading: Handlers<'read'> = {
  ...moving,
  ...queueing,
  ...adjudicating,
  seen,
  unseen,
  code: withUnit((state) => pickFor(state, { for: 'apply', segment: state.cursor })),
  recent,
  select: withUnit(select),
  'new code': withUnit((state) => writeNewCode(state, null, { for: 'apply', segment: state.cursor })),
  remove: (state) => removeHere(state) ?? choose(state, 'remove'),
  extent: (state) => choose(state, 'extent'),
  move,
  memo: (state) => choose(state, 'memo'),
  star: (state) => choose(state, 'star'),
  undo: (state) => undo(state, 'done'),
  redo: (state) => undo(state, 'undone'),
  accept: (state) => choose(state, 'accept'),
  reject: (state) => choose(state, 'reject'),
  'accept all': (state) => judgeAll(state, 'accept'),
  'reject all': (state) => judgeAll(state, 'reject'),
  follow: (state) => pickFor(state, { for: 'follow' }),
  'follow none': (state) => say({ ...state, follow: null }, '] and [ stop at every coding'),
  codes: enterCodes,
  sources: enterSources,
  'source memo': writeSourceMemo,
  others,
  help: (state) => enter(state, HELP),
  clear: (state) => (state.search === '' ? say(state, 'nothing was searched for') : step({ ...state, search: '' })),
  quit,
};
