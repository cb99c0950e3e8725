import { edits, fieldOf, insert, insertInLine } from '../field.js';
import { foldText } from '../fold-text.js';
import type { Handler, Handlers, ModeOf } from '../handlers.js';
import { nameOf } from '../names.js';
import { editCoding, laidWith } from '../recording.js';
import type { Field, OwnCoding, Pending, TagState, WritePurpose } from '../state.js';
import { enter, READ, say, type Step, step } from '../step.js';
import { confirm, confirmRename } from './confirm.js';

type Write = ModeOf<'write'>;

function write(state: TagState, purpose: WritePurpose, text: string): Step {
  return enter(state, { name: 'write', purpose, field: fieldOf(text), back: state.mode });
}

export function writeCodingMemo(state: TagState, coding: OwnCoding): Step {
  return write(state, { for: 'coding memo', coding: coding.id }, coding.memo ?? '');
}

export function writeCodeMemo(state: TagState, code: string): Step {
  return write(state, { for: 'code memo', code }, codeMemo(state, code));
}

export function writeSourceMemo(state: TagState): Step {
  return write(state, { for: 'source memo' }, state.source.memo);
}

export function writeNewCode(state: TagState, parent: string | null, then: Pending | null): Step {
  return write(state, { for: 'new code', parent, then }, '');
}

export function writeName(state: TagState, code: string): Step {
  return write(state, { for: 'rename code', code }, nameOf(state, code));
}

function codeMemo({ codes }: TagState, code: string): string {
  return codes.find(({ id }) => id === code)?.memo ?? '';
}

/** Whether it has several lines. */
export function isMemo({ for: purpose }: WritePurpose): boolean {
  return purpose === 'coding memo' || purpose === 'code memo' || purpose === 'source memo';
}

/** What the text was before it was written on; null for a new code's name. */
function former(state: TagState, purpose: WritePurpose): string | null {
  switch (purpose.for) {
    case 'coding memo':
      return laidWith(state, purpose.coding)?.memo ?? '';
    case 'code memo':
      return codeMemo(state, purpose.code);
    case 'source memo':
      return state.source.memo;
    case 'rename code':
      return nameOf(state, purpose.code);
    case 'new code':
      return null;
  }
}

/** Saves what was written: a memo at once, a name after it was looked at. */
function save(state: TagState, { purpose, field, back = READ }: Write): Step {
  const text = field.text.trim();
  const left = { ...state, mode: back };
  if (text === former(state, purpose)?.trim()) return say(left, 'nothing was changed');
  switch (purpose.for) {
    case 'coding memo': {
      const coding = laidWith(state, purpose.coding);
      if (coding === undefined || 'verdict' in coding) return say(state, 'the coding is no longer there');
      return editCoding(left, coding, { memo: text });
    }
    case 'code memo':
      return step(left, { kind: 'memo', on: { code: purpose.code }, text });
    case 'source memo':
      return step(left, { kind: 'memo', on: { source: state.source.id }, text });
    case 'new code':
      return makeCode(state, text, purpose);
    case 'rename code':
      return text === '' ? say(state, 'a code needs a name') : confirmRename(state, purpose.code, text);
  }
}

function makeCode(
  state: TagState,
  name: string,
  { parent, then }: { readonly parent: string | null; readonly then: Pending | null },
): Step {
  if (name === '') return say(state, 'a code needs a name');
  const twin = state.codes.find((code) => foldText(code.name) === foldText(name));
  if (twin !== undefined) return say(state, `there is a code of this name already: ${twin.name}`);
  const mode = then === null ? codePane(state) : READ;
  return step({ ...state, mode, pending: then }, { kind: 'add code', name, parent });
}

/** The code pane, where it was left. */
function codePane({ mode }: TagState): TagState['mode'] {
  const back = mode.name === 'write' ? mode.back : undefined;
  return back?.name === 'codes' ? back : READ;
}

function withField(change: (field: Field) => Field): Handler<'write'> {
  return (state, mode) => step({ ...state, mode: { ...mode, field: change(mode.field) } });
}

/** Text goes where the cursor stands. */
export const typeIntoWrite: Handler<'write'> = (state, mode, { text }) => {
  const field = isMemo(mode.purpose) ? insert(mode.field, text) : insertInLine(mode.field, text);
  return step({ ...state, mode: { ...mode, field } });
};

/** What came back from the editor: a memo is saved with it, a name can still be looked at. */
export function written(state: TagState, text: string | null): Step {
  const { mode } = state;
  if (mode.name !== 'write') return step(state);
  if (text === null) return say(state, 'nothing was changed in the editor');
  if (isMemo(mode.purpose)) return save(state, { ...mode, field: fieldOf(text) });
  return step({ ...state, mode: { ...mode, field: insertInLine(fieldOf(), text.trim()) } });
}

/** The keys of a text that is being written. */
export const writing: Handlers<'write'> = {
  line: (state, mode) =>
    isMemo(mode.purpose) ? step({ ...state, mode: { ...mode, field: insert(mode.field, '\n') } }) : save(state, mode),
  save,
  editor: (state, mode) => step(state, { kind: 'editor', text: mode.field.text }),
  back: (state, { purpose, field, back = READ }) =>
    field.text.trim() === (former(state, purpose) ?? '').trim()
      ? enter(state, back)
      : confirm(state, { for: 'discard' }, ['What you wrote is not saved. Leave it all the same?']),
  up: withField(edits.up),
  down: withField(edits.down),
  left: withField(edits.left),
  right: withField(edits.right),
  begin: withField(edits.begin),
  end: withField(edits.end),
  'rub out': withField(edits['rub out']),
  delete: withField(edits.delete),
  'rub out word': withField(edits['rub out word']),
  'rub out line': withField(edits['rub out line']),
};
