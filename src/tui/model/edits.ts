/** An edit of the codebook or of a memo on a code or source, which the shell can take back. */
export interface SharedEdit {
  /** What it did, in words. */
  readonly told: string;
  /** When it was done, undone or done again: ISO 8601, UTC. */
  readonly time: string;
  /** How many actions of the session were recorded before that; -1: it was in an earlier session. */
  readonly at: number;
  /** The code that it made to be laid at once: the action recorded next belongs to it. Null for any other edit. */
  readonly laid: string | null;
}

/** The edits of shared files that can be undone and redone: the last of either list comes first. */
export interface Edits {
  readonly done: readonly SharedEdit[];
  readonly undone: readonly SharedEdit[];
  /** When the last new edit was done, and how many actions of the session came before; what was undone before it is not done again. */
  readonly since: Pick<SharedEdit, 'at' | 'time'>;
}

export const NO_EDITS: Edits = { done: [], undone: [], since: { at: -1, time: '' } };

/** After a new edit nothing can be done again that was undone before it. */
export function withEdit({ done }: Edits, edit: SharedEdit): Edits {
  return { done: [...done, edit], undone: [], since: { at: edit.at, time: edit.time } };
}

/** After the last edit of a list was taken back. */
export function withTakenBack(
  { done, undone, since }: Edits,
  which: 'done' | 'undone',
  now: Pick<SharedEdit, 'at' | 'time'>,
): Edits {
  const edit = { ...(which === 'done' ? done : undone).at(-1)!, ...now };
  return which === 'done'
    ? { done: done.slice(0, -1), undone: [...undone, edit], since }
    : { done: [...done, edit], undone: undone.slice(0, -1), since };
}

/** Without the last of a list, which cannot be taken back any more, and so without what could be done again after it. */
export function withKept(edits: Edits, which: 'done' | 'undone'): Edits {
  return { ...edits, [which]: edits[which].slice(0, -1) };
}
