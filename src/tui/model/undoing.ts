import type { SharedEdit } from './edits.js';
import { laidBy, removedBy, takingBack } from './history.js';
import { record } from './changes.js';
import type { Batch, TagState } from './state.js';
import { say, type Step, step } from './step.js';

/** What undo takes back next, or redo does again: an action of the open source, an edit of a shared file, or both where one
 * key did both. */
export interface Undoing {
  readonly batch: Batch | null;
  readonly edit: SharedEdit | null;
}

/**
 * The action that is taken back before the others of the source: the latest of the session, though another window of the
 * coder may have done something since, unless something rests on it by now that was done there.
 */
function lastOf({ ofSession, source, ...state }: TagState, which: 'done' | 'undone'): Batch | undefined {
  const own = new Set(ofSession.map(({ id }) => id));
  const last = state[which].findLast(({ id }) => own.has(id));
  const held = new Set([...source.codings, ...source.verdicts, ...source.seen].map(({ id }) => id));
  return last !== undefined && laidBy(last).every(({ id }) => held.has(id)) ? last : state[which].at(-1);
}

/** How many actions of the session came before a batch; -1 where it is of an earlier one. */
function placeOf({ ofSession }: TagState, batch: Batch): number {
  return ofSession.findIndex(({ id }) => id === batch.id);
}

/** The latest that can be taken back; null where there is nothing. */
export function undoing(state: TagState, which: 'done' | 'undone'): Undoing | null {
  const last = lastOf(state, which);
  const place = last === undefined ? -1 : placeOf(state, last);
  const batch = last === undefined || (which === 'undone' && isBefore(last, place, state.edits.since)) ? null : last;
  const edit = state.edits[which].at(-1) ?? null;
  if (edit === null) return batch && { batch, edit };
  // What was laid with a new code comes after it, and is undone before it.
  const next = which === 'done' ? edit.at : edit.at - 1;
  if (batch !== null && place >= 0 && place === next && concerns(batch, edit.laid)) return { batch, edit };
  return batch === null || isBefore(batch, place, edit) ? { batch: null, edit } : { batch, edit: null };
}

/** Whether a batch, at its place in the session, came before an edit. Of earlier sessions only the times tell. */
function isBefore(batch: Batch, place: number, edit: Pick<SharedEdit, 'at' | 'time'>): boolean {
  return place < 0 && edit.at < 0 ? batch.at < edit.time : place < edit.at;
}

/** Undoes what was done last, or does again what was undone last. */
export function takeBack(state: TagState, which: 'done' | 'undone'): Step {
  const next = undoing(state, which);
  if (next === null) return say(state, which === 'done' ? 'nothing to undo in this source' : 'nothing was undone');
  const { batch, edit } = next;
  if (batch === null) return step(state, { kind: 'restore', which });
  if (edit !== null) {
    const both = [...record(state, takingBack(batch), batch.id).effects, { kind: 'restore' as const, which }];
    return step(state, ...(which === 'done' ? both : both.reverse()));
  }
  const unknown = codesWanted(batch).find((code) => state.codes.every(({ id }) => id !== code));
  if (unknown !== undefined)
    return say(state, `the codebook has no code ${unknown} any more: put it back there, and it can be laid again`);
  return record(state, takingBack(batch), batch.id);
}

function concerns(batch: Batch, code: string | null): boolean {
  return [...laidBy(batch), ...removedBy(batch)].some((laid) => laid.kind !== 'seen' && laid.code === code);
}

/** The codes of what is laid again when a batch is taken back. */
function codesWanted(batch: Batch): string[] {
  return removedBy(batch).flatMap((laid) => (laid.kind === 'seen' ? [] : [laid.code]));
}
