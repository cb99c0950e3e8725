import { edits, fieldOf, insertInLine } from '../field.js';
import type { Handler, Handlers, ModeOf } from '../handlers.js';
import { sourceList } from '../pick-list.js';
import type { Field, TagState } from '../state.js';
import { enter, READ, say, type Step, step } from '../step.js';

type Sources = ModeOf<'sources'>;

/** Lists the sources, the open one marked. */
export function enterSources(state: TagState): Step {
  const index = Math.max(
    0,
    state.sources.findIndex(({ id }) => id === state.source.id),
  );
  return enter(state, { name: 'sources', query: fieldOf(), index });
}

function by(lines: number): Handler<'sources'> {
  return (state, mode) => {
    const most = sourceList(state.sources, mode.query.text).length - 1;
    return step({ ...state, mode: { ...mode, index: Math.max(0, Math.min(mode.index + lines, most)) } });
  };
}

function withQuery(state: TagState, mode: Sources, query: Field): Step {
  return step({ ...state, mode: { ...mode, query, index: query.text === mode.query.text ? mode.index : 0 } });
}

function edit(change: (field: Field) => Field): Handler<'sources'> {
  return (state, mode) => withQuery(state, mode, change(mode.query));
}

/** Text goes into the query. */
export const typeIntoSources: Handler<'sources'> = (state, mode, { text }) =>
  withQuery(state, mode, insertInLine(mode.query, text));

/** The keys of the list of sources. */
export const sourcesKeys: Handlers<'sources'> = {
  down: by(1),
  up: by(-1),
  'page down': by(10),
  'page up': by(-10),
  open: (state, mode) => {
    const source = sourceList(state.sources, mode.query.text)[mode.index]?.entry.id;
    if (source === undefined) return say(state, 'no source fits what you typed');
    if (source === state.source.id) return enter(state, READ);
    return step({ ...state, mode: READ }, { kind: 'open', source });
  },
  back: (state) => enter(state, READ),
  left: edit(edits.left),
  right: edit(edits.right),
  begin: edit(edits.begin),
  end: edit(edits.end),
  'rub out': edit(edits['rub out']),
  delete: edit(edits.delete),
  'rub out word': edit(edits['rub out word']),
  'rub out line': edit(edits['rub out line']),
};
