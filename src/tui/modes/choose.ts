import type { Span } from '../../core/span.js';
import type { Handlers } from './handlers.js';
import { isStarred, openSuggestions, ownOver } from '../model/marks.js';
import { editCoding, judge, laidWith, record } from '../model/changes.js';
import type { Choice, ChoosePurpose, OwnCoding, OwnVerdict, TagState } from '../model/state.js';
import { enter, READ, say, type Step, step } from '../model/step.js';
import { extentOf } from './select.js';
import { writeCodingMemo } from './write.js';
import { pickFor } from './pick.js';

/** What a key that needs a coding or suggestion has to choose from over a stretch. */
function choicesFor({ source, blind }: TagState, purpose: ChoosePurpose, span: Span): Choice[] {
  const choice = ({ start, end, code, id = null }: Span & { readonly code: string; readonly id?: string | null }) => ({
    start,
    end,
    code,
    id,
  });
  if (purpose === 'accept' || purpose === 'reject') {
    return blind ? [] : openSuggestions(source, span).map((suggestion) => choice(suggestion));
  }
  return ownOver(source, span).map(choice);
}

const NOTHING: Readonly<Record<ChoosePurpose, string>> = {
  remove: 'no coding of yours is here to remove',
  memo: 'no coding of yours is here: code the unit first',
  extent: 'no coding of yours is here',
  move: 'no coding of yours is here',
  star: 'no coding of yours is here: code the unit first',
  accept: 'no suggestion is here: press } for the next',
  reject: 'no suggestion is here: press } for the next',
};

/** Does it to what is there, after asking which where there are several. */
export function choose(state: TagState, purpose: ChoosePurpose, span: Span = state.cursor): Step {
  const choices = choicesFor(state, purpose, span);
  const [only] = choices;
  if (only === undefined) return say(state, NOTHING[purpose]);
  if (choices.length === 1) return take(state, purpose, only);
  return enter(state, { name: 'choose', purpose, choices, index: 0 });
}

/** Accepts or rejects all suggestions of the unit. */
export function judgeAll(state: TagState, verdict: 'accept' | 'reject'): Step {
  const choices = choicesFor(state, verdict, state.cursor);
  if (choices.length === 0) return say(state, NOTHING[verdict]);
  return judge(
    state,
    choices.map(({ start, end, code }) => ({ start, end, code, coder: null })),
    verdict,
  );
}

/** Does what was asked for to one coding or suggestion. */
export function take(state: TagState, purpose: ChoosePurpose, { start, end, code, id }: Choice): Step {
  const back = { ...state, mode: READ };
  if (id === null) return judge(back, [{ start, end, code, coder: null }], purpose === 'accept' ? 'accept' : 'reject');
  const laid = laidWith(state, id);
  if (laid === undefined) return say(back, 'this coding is no longer there');
  if (purpose === 'remove') return record(back, [{ kind: 'remove', targets: [id] }]);
  if (purpose === 'move') return pickFor(back, { for: 'move', coding: id });
  if (purpose === 'memo') return writeCodingMemo(back, laid);
  return purpose === 'extent' ? extentOf(back, laid) : star(back, laid);
}

function star(state: TagState, coding: OwnCoding | OwnVerdict): Step {
  const { star: _, ...others } = coding.properties ?? {};
  return editCoding(state, coding, { properties: isStarred(coding) ? others : { ...others, star: 'yes' } });
}

/** The keys of the list of codings or suggestions at the cursor. */
export const choosing: Handlers<'choose'> = {
  down: (state, mode) =>
    step({ ...state, mode: { ...mode, index: Math.min(mode.index + 1, mode.choices.length - 1) } }),
  up: (state, mode) => step({ ...state, mode: { ...mode, index: Math.max(mode.index - 1, 0) } }),
  choose: (state, mode) => take(state, mode.purpose, mode.choices[mode.index]!),
  number: (state, mode, { text }) => {
    const choice = mode.choices[Number(text) - 1];
    return choice === undefined ? say(state, `there are ${mode.choices.length}`) : take(state, mode.purpose, choice);
  },
  back: (state) => enter(state, READ),
};
