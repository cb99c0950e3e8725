import { BLIND } from '../model/blind.js';
import { edits, fieldOf, insert, insertInLine } from '../model/field.js';
import { foldText } from '../model/fold-text.js';
import type { Handler, Handlers, ModeOf } from './handlers.js';
import { isMemo } from '../model/is-memo.js';
import { nameOf } from '../model/names.js';
import { applyCodes, editCoding, laidWith, moveCoding } from '../model/changes.js';
import type { CodeEntry, Field, OwnCoding, OwnVerdict, Pending, TagState, WritePurpose } from '../model/state.js';
import { afterWriting, enter, READ, say, type Step, step } from '../model/step.js';
import { confirm, confirmRename } from './confirm.js';
import { editing } from './editing.js';

type Write = ModeOf<'write'>;

function write(state: TagState, purpose: WritePurpose, text: string): Step {
  return enter(state, { name: 'write', purpose, field: fieldOf(text), back: state.mode });
}

export function writeCodingMemo(state: TagState, coding: OwnCoding | OwnVerdict): Step {
  return write(state, { for: 'coding memo', coding: coding.id }, coding.memo ?? '');
}

export function writeCodeMemo(state: TagState, code: string): Step {
  if (state.blind) return say(state, BLIND);
  return write(state, { for: 'code memo', code }, codeMemo(state, code));
}

export function writeSourceMemo(state: TagState): Step {
  if (state.blind) return say(state, BLIND);
  return write(state, { for: 'source memo' }, state.source.memo);
}

export function writeNewCode(state: TagState, parent: string | null, then: Pending | null): Step {
  return write(state, { for: 'new code', parent, then }, '');
}

export function writeName(state: TagState, code: string): Step {
  if (state.blind) return say(state, BLIND);
  return write(state, { for: 'rename code', code }, nameOf(state, code));
}

function codeMemo({ codes }: TagState, code: string): string {
  return codes.find(({ id }) => id === code)?.memo ?? '';
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

/** Whether something was written that would be lost. */
export function isUnsaved(state: TagState, { purpose, field }: Write): boolean {
  return field.text.trim() !== (former(state, purpose) ?? '').trim();
}

/**
 * Saves what was written: a memo at once, a name after it was looked at. It stays in its field until it is stored: what
 * the disk refuses is not lost.
 */
function save(state: TagState, { purpose, field }: Write): Step {
  const text = field.text.trim();
  if (text === former(state, purpose)?.trim()) return say(afterWriting(state), 'nothing was changed');
  switch (purpose.for) {
    case 'coding memo': {
      const coding = laidWith(state, purpose.coding);
      if (coding === undefined) return say(state, 'the coding is no longer there');
      return editCoding(state, coding, { memo: text });
    }
    case 'code memo':
      return step(state, { kind: 'memo', on: { code: purpose.code }, text });
    case 'source memo':
      return step(state, { kind: 'memo', on: { source: state.source.id }, text });
    case 'new code':
      return makeCode(state, text, purpose);
    case 'rename code':
      return rename(state, text, purpose.code);
  }
}

/** The code that has a name, whatever its case, width and script of Han. */
function codeNamed({ codes }: TagState, name: string): CodeEntry | undefined {
  return codes.find((code) => foldText(code.name) === foldText(name));
}

/** Makes the code. Where one of this name is there, that one is laid. */
function makeCode(state: TagState, name: string, { parent, then }: Extract<WritePurpose, { for: 'new code' }>): Step {
  if (name === '') return say(state, 'a code needs a name');
  const twin = codeNamed(state, name);
  if (twin === undefined) return step(state, { kind: 'add code', name, parent });
  if (then?.for === 'apply') return applyCodes(state, then.segment, [twin.id]);
  if (then?.for === 'move') return moveCoding({ ...state, mode: READ }, then.coding, twin.id);
  return say(state, `there is a code of this name already: ${twin.name}`);
}

function rename(state: TagState, name: string, code: string): Step {
  if (name === '') return say(state, 'a code needs a name');
  const twin = codeNamed(state, name);
  if (twin === undefined || twin.id === code) return confirmRename(state, code, name);
  return say(state, `another code is called ${twin.name}: to make one of the two, leave this and press J`);
}

function withField(state: TagState, mode: Write, field: Field): Step {
  return step({ ...state, mode: { ...mode, field } });
}

/** Text goes where the cursor stands. */
export const typeIntoWrite: Handler<'write'> = (state, mode, { text }) =>
  withField(state, mode, (isMemo(mode.purpose) ? insert : insertInLine)(mode.field, text));

/** What came back from the editor: a memo is saved with it, a name can still be looked at. */
export function written(state: TagState, text: string | null): Step {
  const { mode } = state;
  if (mode.name !== 'write') return step(state);
  if (text === null) return say(state, 'nothing was changed in the editor');
  const memo = isMemo(mode.purpose);
  const now: Write = { ...mode, field: memo ? fieldOf(text.trim()) : insertInLine(fieldOf(), text.trim()) };
  return memo ? save({ ...state, mode: now }, now) : step({ ...state, mode: now });
}

/** The keys of a text that is being written. */
export const writing: Handlers<'write'> = {
  line: (state, mode) => (isMemo(mode.purpose) ? withField(state, mode, insert(mode.field, '\n')) : save(state, mode)),
  save,
  editor: (state, mode) => step(state, { kind: 'editor', text: mode.field.text }),
  back: (state, mode) =>
    isUnsaved(state, mode)
      ? confirm(state, { for: 'discard' }, ['What you wrote is not saved. Leave it all the same?'])
      : step(afterWriting(state)),
  up: (state, mode) => withField(state, mode, edits.up(mode.field)),
  down: (state, mode) => withField(state, mode, edits.down(mode.field)),
  ...editing<'write'>(({ field }) => field, withField),
};
