import { fitOf } from './fuzzy.js';
import { laidWith } from './changes.js';
import type { CodeEntry, Pending, PickPurpose, SourceEntry, TagState } from './state.js';

/** An entry that fits what was typed; `matched` are UTF-16 indices of its name (a source's id) that did. */
export interface Picked<T> {
  readonly entry: T;
  readonly matched: readonly number[];
}

/** Entries that fit, the best first; equals in the order that they came in. */
function ranked<T>(found: readonly (Picked<T> & { readonly rank: number })[]): Picked<T>[] {
  return [...found].sort((a, b) => a.rank - b.rank).map(({ entry, matched }) => ({ entry, matched }));
}

/**
 * Codes by a few letters of their names or ids. Without letters: the codes used last, then all others as they stand in
 * the codebook.
 *
 * @param recent ids, the latest first
 */
export function pickList(
  codes: readonly CodeEntry[],
  query: string,
  recent: readonly string[] = [],
): readonly Picked<CodeEntry>[] {
  if (query.trim() === '') {
    const used = recent.flatMap((id) => codes.filter((code) => code.id === id));
    return [...used, ...codes.filter(({ id }) => !recent.includes(id))].map((entry) => ({ entry, matched: [] }));
  }
  return ranked(
    codes.flatMap((entry) => {
      const name = fitOf(entry.name, query);
      const id = fitOf(entry.id, query);
      if (name !== null && (id === null || name.rank <= id.rank)) return [{ entry, ...name }];
      return id === null ? [] : [{ entry, rank: id.rank, matched: [] }];
    }),
  );
}

/** Sources by a few letters of their ids; all of them without letters. */
export function sourceList(sources: readonly SourceEntry[], query: string): readonly Picked<SourceEntry>[] {
  if (query.trim() === '') return sources.map((entry) => ({ entry, matched: [] }));
  return ranked(
    sources.flatMap((entry) => {
      const fit = fitOf(entry.id, query);
      return fit === null ? [] : [{ entry, ...fit }];
    }),
  );
}

/** Whether a new code will do for a purpose. */
export function takesNewCode(purpose: PickPurpose): purpose is Pending {
  return purpose.for === 'apply' || purpose.for === 'move';
}

/** What the picker takes now: codes by their ids, a new code of the name that was typed, or nothing, as nothing fits. */
export function takenNow(state: TagState): readonly string[] | 'new code' | null {
  const { mode } = state;
  if (mode.name !== 'pick') return null;
  const { ticked, query, index, purpose } = mode;
  const code = picked(state)[index]?.entry.id;
  if (query.text.trim() === '') return ticked.length > 0 ? ticked : code === undefined ? null : [code];
  if (code !== undefined) return [...ticked, code];
  return takesNewCode(purpose) && ticked.length === 0 ? 'new code' : null;
}

const lists = new WeakMap<TagState, readonly Picked<CodeEntry>[]>();

/** The codes that the picker lists now; what cannot be chosen is left out. Panel and footer ask for one state again and again. */
export function picked(state: TagState): readonly Picked<CodeEntry>[] {
  let list = lists.get(state);
  if (list === undefined) lists.set(state, (list = listed(state)));
  return list;
}

function listed(state: TagState): readonly Picked<CodeEntry>[] {
  const { mode, codes, lastUsed } = state;
  if (mode.name !== 'pick') return [];
  const { purpose } = mode;
  let without: string | undefined;
  if (purpose.for === 'merge') without = purpose.from;
  if (purpose.for === 'move') without = laidWith(state, purpose.coding)?.code;
  const all = without === undefined ? codes : codes.filter(({ id }) => id !== without);
  return pickList(all, mode.query.text, lastUsed);
}
