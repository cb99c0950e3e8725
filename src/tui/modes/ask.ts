import { insertInLine } from '../model/field.js';
import type { Handler, Handlers, ModeOf } from './handlers.js';
import { firstMatch, nextMatch } from '../model/search.js';
import type { Field, TagState } from '../model/state.js';
import { cursorAt, enter, READ, say, type Step, step } from '../model/step.js';
import { editing } from './editing.js';

type Ask = ModeOf<'ask'>;

function withField(state: TagState, mode: Ask, field: Field): Step {
  return step({ ...state, mode: { ...mode, field } });
}

/** Text goes into the field. */
export const typeIntoAsk: Handler<'ask'> = (state, mode, { text }) =>
  withField(state, mode, insertInLine(mode.field, text));

function go(state: TagState, { purpose, field }: Ask): Step {
  const read = { ...state, mode: READ };
  const text = field.text.trim();
  if (purpose === 'search') return text === '' ? nextMatch(read, 1) : firstMatch({ ...read, search: text });
  return text === '' ? step(read) : goToLine(read, text);
}

/** Goes to a line, counted from 1 in the file as it is on disk. */
function goToLine(state: TagState, text: string): Step {
  const digits = text.normalize('NFKC');
  if (!/^\d+$/u.test(digits)) return say(state, `“${text}” is no number of a line`);
  const { lines, transcript } = state.source;
  const last = lines.lineOf(transcript.text.length) + transcript.linesBefore;
  const line = Math.min(Number(digits), last);
  const at = cursorAt(state, lines.startOf(Math.max(1, line - transcript.linesBefore)));
  return line < Number(digits) ? say(at, `the last line is ${last}`) : step(at);
}

/** The keys of what is asked for on the last line. */
export const asking: Handlers<'ask'> = {
  go,
  back: (state) => enter(state, READ),
  ...editing<'ask'>(({ field }) => field, withField),
};
