import type { Diagnostic } from '../../core/diagnostic.js';
import { isSystemError, reasonOf } from '../../store/refusal.js';
import type { Action } from '../model/action.js';
import type { Errand } from '../model/effect.js';

type Failed = Extract<Action, { kind: 'failed' }>;

/** What an effect leaves undone that the system refuses. */
const UNDONE: Readonly<Partial<Record<Errand['kind'], string>>> = {
  open: 'the source was not opened',
  editor: 'no editor was started',
};

/** What the system refused, as an answer; anything else is a bug, and thrown. */
export function refused(error: unknown, { kind }: Errand): Failed {
  if (!isSystemError(error)) throw error;
  const undone = UNDONE[kind] ?? 'nothing was saved';
  return { kind: 'failed', message: `${undone}: ${error.path ?? 'a file'}: ${reasonOf(error)}`, effect: kind };
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
