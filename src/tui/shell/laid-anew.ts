import type { Action } from '../model/action.js';
import { laidBy, removedBy } from '../model/history.js';
import type { OpenSource } from '../model/state.js';
import type { Desk } from './desk.js';
import { layOver } from './open.js';

/**
 * What was recorded, with the source as the log has it now where something was laid or removed that had no sure place: it
 * may have found one, and the places of others may hang on it.
 */
export function laidAnew(desk: Desk, answer: Action, { transcript, suggestions }: OpenSource): Action {
  if (answer.kind !== 'recorded') return answer;
  const { batch } = answer;
  if ([...laidBy(batch), ...removedBy(batch)].every(({ logged }) => logged === undefined)) return answer;
  const { value } = layOver(desk, transcript);
  if (!value) return answer;
  // The suggestions of a large source are looked for once only.
  return { ...answer, anew: { source: { ...value.source, suggestions }, ...value.history } };
}
