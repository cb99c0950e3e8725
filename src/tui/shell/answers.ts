import type { Diagnostic } from '../../core/diagnostic.js';
import { isSystemError, reasonOf } from '../../store/refusal.js';
import type { Action } from '../model/action.js';
import type { Errand } from '../model/effect.js';
import type { TagState } from '../model/state.js';

type Failed = Extract<Action, { kind: 'failed' }>;

const MAKE_ROOM = 'make room, or see to the permissions, and press the key again';

/** What an effect leaves undone that the system refuses, and what is to be done then. */
const UNDONE: Readonly<Partial<Record<Errand['kind'], readonly [undone: string, remedy: string]>>> = {
  open: ['the source was not opened: ', 'see to its file, and open it again'],
  editor: ['no editor was started: ', 'name one that runs in $EDITOR, and start again'],
  'add code': ['the new code is not in the codebook: ', MAKE_ROOM],
  'rename code': ['the code was not renamed: ', MAKE_ROOM],
  'merge codes': ['the codes were not merged: ', MAKE_ROOM],
  memo: ['the memo was not stored: ', MAKE_ROOM],
};

/** What the system refused, in words: the reason, then the path, which may be long. Anything else is a bug, and thrown. */
export function refusalOf(error: unknown): string {
  if (!isSystemError(error)) throw error;
  return `${reasonOf(error)}: ${error.path ?? 'a file'}`;
}

/** The answer that the system refused an effect. */
export function refused(error: unknown, { kind }: Errand): Failed {
  const [undone, remedy] = UNDONE[kind] ?? ['', MAKE_ROOM];
  return { kind: 'failed', message: `${undone}${refusalOf(error)}; ${remedy}`, effect: kind };
}

/** An answer with what it answers, where that could not be done. */
export function named(answer: Action, effect: Errand, { done }: TagState): Action {
  if (answer.kind !== 'failed') return answer;
  if (effect.kind === 'restore') return { ...answer, effect: effect.kind, undo: effect.which };
  const undoes = effect.kind === 'record' ? effect.undoes : undefined;
  if (undoes === undefined) return { ...answer, effect: effect.kind };
  return { ...answer, effect: effect.kind, undo: done.some(({ id }) => id === undoes) ? 'done' : 'undone' };
}

/** The answer that the log did not take what was to be recorded. The screen says itself that it is not saved. */
export function unsaved({ message, place }: Diagnostic): Failed {
  const why = message.replace(/^nothing was saved: /, '');
  return { kind: 'failed', message: `${why}: ${place?.file ?? 'your log'}; ${MAKE_ROOM}` };
}

/** The answer that the codebook was written, but its new state cannot be shown. */
export function halfDone(why: string): Failed {
  const message = `the codebook is saved, but not read again: ${why}; leave, and start again`;
  return { kind: 'failed', isStored: true, message };
}

/** The answer that nothing was done, and why. */
export function failedWith(diagnostics: readonly Diagnostic[]): Failed {
  return { kind: 'failed', message: told(diagnostics) || 'nothing was done' };
}

/** Diagnostics in one line: the first, and how many there are besides. */
export function told(diagnostics: readonly Diagnostic[]): string {
  const [first, ...more] = diagnostics.filter(({ severity }) => severity !== 'info');
  if (first === undefined) return '';
  const others = more.length === 0 ? '' : ` (and ${more.length} more; qcode check lists them)`;
  return `${first.message} (${first.code})${others}: ${first.remedy}`;
}

/** Does what may as well be left undone where the system refuses it. */
export function unlessRefused(action: () => unknown): void {
  try {
    action();
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}
