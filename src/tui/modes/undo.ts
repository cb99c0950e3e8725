import { toldOf } from '../model/describe.js';
import { takeBack, type Undoing, undoing } from '../model/undoing.js';
import type { TagState } from '../model/state.js';
import type { Step } from '../model/step.js';
import { confirm } from './confirm.js';

/**
 * Undoes what was done last in the open source, in the codebook or in a memo, or does again what was undone last. Asks where that is
 * not what the coder did last: it is of an earlier session, or something was done in another source since.
 */
export function undo(state: TagState, which: 'done' | 'undone'): Step {
  const next = undoing(state, which);
  if (next === null) return takeBack(state, which);
  const reasons = doubts(state, next);
  if (reasons.length === 0) return takeBack(state, which);
  const told = [
    ...(next.batch === null ? [] : [toldOf(state, next.batch)]),
    ...(next.edit === null ? [] : [next.edit.told]),
  ];
  return confirm(state, { for: 'undo', which }, [told.join('; '), ...reasons]);
}

/** Why it may not be what the coder means. */
function doubts({ ofSession, source }: TagState, { batch, edit }: Undoing): string[] {
  const last = ofSession.at(-1);
  const isEarlier = batch === null ? edit !== null && edit.at < 0 : ofSession.every(({ id }) => id !== batch.id);
  const isElsewhere = last !== undefined && last.source !== source.id && (edit === null || ofSession.length > edit.at);
  return [
    ...(isEarlier ? ['this is of an earlier session, or of another command'] : []),
    ...(isElsewhere ? [`what you did last is in ${last.source} and stays: open it to undo it there`] : []),
  ];
}
