import { edits, insertInLine } from '../model/field.js';
import type { Handler, ModeOf } from './handlers.js';
import type { Field, TagState } from '../model/state.js';
import { type Step, step } from '../model/step.js';

/** What is done with a field that was written in. */
type Put<M extends 'pick' | 'sources' | 'ask' | 'write'> = (state: TagState, mode: ModeOf<M>, field: Field) => Step;

/** The editing keys of a mode with a field. */
export function editing<M extends 'pick' | 'sources' | 'ask' | 'write'>(
  fieldIn: (mode: ModeOf<M>) => Field,
  put: Put<M>,
) {
  const by =
    (change: (field: Field) => Field): Handler<M> =>
    (state, mode) =>
      put(state, mode, change(fieldIn(mode)));
  return {
    left: by(edits.left),
    right: by(edits.right),
    begin: by(edits.begin),
    end: by(edits.end),
    'rub out': by(edits['rub out']),
    delete: by(edits.delete),
    'rub out word': by(edits['rub out word']),
    'rub out line': by(edits['rub out line']),
  };
}

/** A mode with a list that a query narrows. */
type Listing = 'pick' | 'sources';

/** With another query; the mark goes to the first where other words are looked for. */
function withQuery<M extends Listing>(state: TagState, mode: ModeOf<M>, query: Field): Step {
  const index = query.text === mode.query.text ? mode.index : 0;
  return step({ ...state, mode: { ...mode, query, index } });
}

/** The keys of a list that a query narrows: editing the query, and moving the mark. */
export function listing<M extends Listing>(lengthOf: (state: TagState, mode: ModeOf<M>) => number) {
  const by =
    (lines: number): Handler<M> =>
    (state, mode) => {
      const index = Math.max(0, Math.min(mode.index + lines, lengthOf(state, mode) - 1));
      return step({ ...state, mode: { ...mode, index } });
    };
  return {
    down: by(1),
    up: by(-1),
    'page down': by(10),
    'page up': by(-10),
    ...editing<M>(({ query }) => query, withQuery),
  };
}

/** Text goes into the query. */
export const typeIntoQuery: Handler<Listing> = (state, mode, { text }) =>
  withQuery(state, mode, insertInLine(mode.query, text));
