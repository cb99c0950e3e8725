/** An edit of the codebook in this session, which the shell can take back. */
export interface CodebookEdit {
  /** What it did, in words. */
  readonly told: string;
  /** How many actions of the session were recorded before it was done, or undone. */
  readonly at: number;
  /** The code that it made to be laid at once: the action recorded next belongs to it. Null for any other edit. */
  readonly laid: string | null;
}

/** The edits of the codebook that can be undone and redone: the last of either list comes first. */
export interface Edits {
  readonly done: readonly CodebookEdit[];
  readonly undone: readonly CodebookEdit[];
  /** How many actions of the session came before the last new edit; what was undone among them is not done again. -1 without one. */
  readonly since: number;
}

export const NO_EDITS: Edits = { done: [], undone: [], since: -1 };

/** After a new edit nothing can be done again that was undone before it. */
export function withEdit({ done }: Edits, edit: CodebookEdit): Edits {
  return { done: [...done, edit], undone: [], since: edit.at };
}

/** After the last edit of a list was taken back. */
export function withTakenBack({ done, undone, since }: Edits, which: 'done' | 'undone', at: number): Edits {
  const edit = { ...(which === 'done' ? done : undone).at(-1)!, at };
  return which === 'done'
    ? { done: done.slice(0, -1), undone: [...undone, edit], since }
    : { done: [...done, edit], undone: undone.slice(0, -1), since };
}

/** Without the last of a list, which cannot be taken back any more, and so without what could be done again after it. */
export function withKept(edits: Edits, which: 'done' | 'undone'): Edits {
  return { ...edits, [which]: edits[which].slice(0, -1) };
}
