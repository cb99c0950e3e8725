import { toldOf } from '../model/describe.js';
import { takeBack } from '../model/changes.js';
import type { TagState } from '../model/state.js';
import type { Step } from '../model/step.js';
import { confirm } from './confirm.js';

/**
 * Undoes what was done last in the open source, or does again what was undone last. Asks where that is not what the coder
 * did last: it is of an earlier session, or something was done in another source since.
 */
export function undo(state: TagState, which: 'done' | 'undone'): Step {
  const batch = state[which].at(-1);
  if (batch === undefined) return takeBack(state, which);
  const { ofSession } = state;
  const last = ofSession.at(-1);
  const reasons = [
    ...(ofSession.some(({ id }) => id === batch.id) ? [] : ['this is of an earlier session, or of another command']),
    ...(last === undefined || last.source === batch.source
      ? []
      : [`what you did last is in ${last.source} and stays: open it to undo it there`]),
  ];
  if (reasons.length === 0) return takeBack(state, which);
  return confirm(state, { for: 'undo', which }, [toldOf(state, batch), ...reasons]);
}
